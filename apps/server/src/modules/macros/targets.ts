import type { MacroStep } from '@care/contract'
import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'

/** What a step of a macro may lead to: that which is there now. */
export interface Targets {
  queues: ReadonlySet<string>
  operators: ReadonlySet<string>
  stages: ReadonlySet<string>
  outcomes: ReadonlySet<string>
  replies: ReadonlySet<string>
}

/** Everything a macro of this person may name; all of these are short lists. */
export async function targetsOf(db: Reader, actor: OperatorActor): Promise<Targets> {
  const { queues, operators, requestTypes, quickReplies } = db.t
  const types = await db.select({ workflow: requestTypes.workflow, outcomes: requestTypes.outcomes }).from(requestTypes)
  const ids = (rows: ReadonlyArray<{ id: string }>): ReadonlySet<string> => new Set(rows.map(({ id }) => id))
  const replies = await db
    .select({ id: quickReplies.id, owner: quickReplies.owner })
    .from(quickReplies)
    .where(isNull(quickReplies.deletedAt))
  return {
    queues: ids(await db.select({ id: queues.id }).from(queues)),
    operators: ids(
      await db
        .select({ id: operators.id })
        .from(operators)
        .where(and(eq(operators.isActive, true))),
    ),
    stages: new Set(
      types.flatMap(({ workflow }) =>
        workflow.stages.flatMap(({ key, category }) => (category === 'closed' ? [] : [key])),
      ),
    ),
    outcomes: new Set(
      types.flatMap(({ outcomes }) =>
        outcomes.flatMap(({ key, isSystem, isRetired }) => (isSystem || isRetired === true ? [] : [key])),
      ),
    ),
    replies: ids(replies.filter(({ owner }) => owner === '' || owner === actor.id)),
  }
}

/** Kinds of the steps whose target is there no more. */
export const brokenSteps = (steps: readonly MacroStep[], targets: Targets): string[] =>
  steps.filter((step) => !isThere(step, targets)).map(({ kind }) => kind)

function isThere(step: MacroStep, targets: Targets): boolean {
  switch (step.kind) {
    case 'assign':
      return step.operatorId === null || targets.operators.has(step.operatorId)
    case 'queue':
      return targets.queues.has(step.queueId)
    case 'stage':
      return targets.stages.has(step.stage)
    case 'close':
      return targets.outcomes.has(step.outcome)
    case 'reply':
      return targets.replies.has(step.quickReplyId)
    default:
      return true
  }
}
