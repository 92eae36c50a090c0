import type { Api, BodyOf } from '@care/contract'
import {
  type FieldKind,
  fieldProblems,
  isChoice,
  type Outcome,
  type RequestField,
  type Stage,
  type Workflow,
} from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'
import { soundWorkflow } from './sound-workflow.ts'

type Patch = BodyOf<Api['editRequestType']>
type Outcomes = (Outcome & { isRetired?: boolean })[]

const refuse = (path: string, messages: readonly string[]): AppError =>
  new AppError('INVALID_INPUT', 'the request type cannot be used like this', {
    issues: messages.map((message) => ({ path, message })),
  })

/** The workflow with the stages and moves given. What is left out is retired, a known stage keeps its category. */
export function workflowAfter(before: Workflow, { stages: given, transitions }: Patch): Workflow {
  if (given === undefined && transitions === undefined) return before
  const known = [...before.stages, ...(before.retired ?? [])]
  const stages: readonly Stage[] = given ?? before.stages
  const changed = stages.filter(({ key, category }) =>
    known.some((one) => one.key === key && one.category !== category),
  )
  if (changed.length > 0)
    throw refuse(
      'stages',
      changed.map(({ key }) => `CATEGORY:${key}`),
    )
  const has = (key: string): boolean => stages.some((stage) => stage.key === key)
  const retired = known.filter(({ key }) => !has(key))
  return soundWorkflow({
    stages,
    // Moves of a stage that was left out go with it.
    transitions: transitions ?? before.transitions.filter(({ from, to }) => has(from) && has(to)),
    ...(retired.length > 0 ? { retired } : {}),
  })
}

/** The outcomes given, then Care Desktop's own, then the retired ones, by which closed requests are named. */
export function outcomesAfter(before: Outcomes, given: Patch['outcomes']): Outcomes {
  if (given === undefined) return before
  const keys = given.map(({ key }) => key)
  const own = before.filter(({ isSystem }) => isSystem)
  const wrong = keys.filter((key, index) => keys.indexOf(key) !== index || own.some((one) => one.key === key))
  if (wrong.length > 0)
    throw refuse(
      'outcomes',
      wrong.map((key) => `DUPLICATE_OUTCOME:${key}`),
    )
  const gone = before.filter(({ key, isSystem }) => !isSystem && !keys.includes(key))
  return [
    ...given.map(({ key, name }) => ({ key, name, isSystem: false })),
    ...own,
    ...gone.map((outcome) => ({ ...outcome, isRetired: true })),
  ]
}

/**
 * The fields given, then those left out, which are removed and keep their values. A field keeps its kind, in this type and
 * in the others that share it. Refuses what could not be shown or asked.
 */
export function fieldsAfter(
  before: readonly RequestField[],
  given: Patch['fields'],
  workflow: Workflow,
  elsewhere: ReadonlyMap<string, FieldKind>,
): RequestField[] {
  const stageKeys = workflow.stages.map(({ key }) => key)
  if (given === undefined) return before.map((field) => withoutStages(field, stageKeys))
  const changed = given.filter(({ id, kind }) => {
    const known = before.find((field) => field.id === id)?.kind ?? elsewhere.get(id)
    return known !== undefined && known !== kind
  })
  const fields = [
    ...given.map((field) => ({
      ...field,
      options: isChoice(field) ? field.options : [],
      requiredStages: field.required === 'stages' ? field.requiredStages : [],
    })),
    ...before
      .filter(({ id }) => given.every((field) => field.id !== id))
      .map((field) => ({ ...field, isRemoved: true })),
  ]
  const problems = [...changed.map(({ id }) => `KIND:${id}`), ...fieldProblems(fields, stageKeys)]
  if (problems.length > 0) throw refuse('fields', problems)
  return fields
}

/** A field that was asked for at a stage that is gone is asked for at the others, or no more. */
function withoutStages(field: RequestField, stageKeys: readonly string[]): RequestField {
  const requiredStages = field.requiredStages.filter((key) => stageKeys.includes(key))
  if (requiredStages.length === field.requiredStages.length) return field
  return { ...field, requiredStages, required: requiredStages.length === 0 ? 'never' : field.required }
}
