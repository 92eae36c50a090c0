import { type Stage, stageCategories, stageFor, type Workflow } from '@care/domain'
import { and, count, eq, inArray } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { JobHandler } from '../../kernel/module.ts'
import { system } from '../../kernel/actor.ts'
import type { TypeRecord } from '../requests/index.ts'
import { emptyStage } from './commands/empty-stage.ts'

/** The job that moves requests out of a stage that their type no longer has, some at a time. */
export const emptyStages = 'emptyStage'
/** Whoever is closed stays where he is: the retired stage names him. */
const openCategories = stageCategories.filter((category) => category !== 'closed')

/**
 * Owes what a workflow without some of its stages owes to their requests: to be moved. Refuses STAGE_IN_USE with how many
 * there are where `moves` does not name an open stage of the new workflow.
 */
export async function leaveStages(
  ctx: Ctx,
  before: Pick<TypeRecord, 'id' | 'workflow'>,
  after: Workflow,
  moves: Readonly<Record<string, string>>,
): Promise<void> {
  const left = before.workflow.stages.filter(
    ({ key, category }) => category !== 'closed' && after.stages.every((stage) => stage.key !== key),
  )
  if (left.length === 0) return
  const counts = await countIn(ctx, before.id, left)
  const goal = (key: string) =>
    after.stages.find((stage) => stage.key === moves[key] && stage.category !== 'closed')?.key
  const inUse = left.filter(({ key }) => (counts.get(key) ?? 0) > 0 && goal(key) === undefined)
  if (inUse.length > 0)
    throw new AppError('STAGE_IN_USE', 'requests stand in a stage that is left out', {
      stages: inUse.map(({ key, name }) => ({ key, name, count: counts.get(key) ?? 0 })),
    })
  for (const { key, category } of left) {
    // Also where nobody stands: somebody may be on his way there.
    const to = goal(key) ?? stageFor(after, category)?.key
    ctx.owe(emptyStages, { typeId: before.id, stage: key, to })
  }
}

async function countIn(ctx: Ctx, typeId: string, stages: readonly Stage[]): Promise<Map<string, number>> {
  const { requests } = ctx.tx.t
  const rows = await ctx.tx
    .select({ stage: requests.stage, total: count() })
    .from(requests)
    .where(
      and(
        inArray(requests.category, openCategories),
        eq(requests.typeId, typeId),
        inArray(
          requests.stage,
          stages.map(({ key }) => key),
        ),
      ),
    )
    .groupBy(requests.stage)
  return new Map(rows.map(({ stage, total }) => [stage, Number(total)]))
}

/** Some at a time, so that nothing else waits for long; each time the command looks anew who is left. */
export const emptyStageJob: JobHandler = async (payload, { execute }) => {
  const input = { typeId: String(payload.typeId), stage: String(payload.stage), to: String(payload.to) }
  for (let moved = 1; moved > 0;) moved = (await execute(emptyStage, system, input)).moved
}
