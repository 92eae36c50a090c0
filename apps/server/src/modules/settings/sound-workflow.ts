import { type Workflow, workflowProblems } from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'

/**
 * Stands before every write of a workflow: gives it back when every stage can be reached and left towards the end,
 * else INVALID_INPUT with what is wrong at which stage. A request in a stage without an end could never be closed.
 */
export function soundWorkflow(workflow: Workflow): Workflow {
  const problems = workflowProblems(workflow)
  if (problems.length === 0) return workflow
  throw new AppError('INVALID_INPUT', 'the workflow cannot be used', {
    issues: problems.map((message) => ({ path: 'workflow', message })),
  })
}
