import { and, asc, eq, inArray, isNull, ne, type SQL } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { groupsOf } from '../../groups/index.ts'
import { ringsFor } from '../lines-needed.ts'
import { compareWaiting, inOrder } from '../order.ts'
import { isOnCall, refuseWithoutLine, startTask } from '../start-task.ts'
import { type ActivityRecord, operatorOf, waitsNow } from '../store.ts'

/** After so many lost races in a row the queue is left to the others; the operator simply asks again. */
const tries = 20

/**
 * Takes what rings at oneself, else the task that has waited longest in the own queues and groups (rule 13), what waits for
 * a group of others left out, and calls for which his phone would not ring (row K2). Null when none waits; when such calls alone
 * do, it is refused with NOT_ALLOWED_NOW.
 */
export const takeNext = command({
  name: 'take-next',
  action: 'tasks.handle',
  load: async () => null,
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx): Promise<{ activityId: string | null }> {
    for (let left = tries; left > 0; left--) {
      const next = (await myOffer(ctx)) ?? (await longestWaiting(ctx, ringsFor(ctx.tx, operatorOf(ctx).id)))
      if (!next) {
        const other = await longestWaiting(ctx)
        if (other) await refuseWithoutLine(ctx, other, operatorOf(ctx).id)
        return { activityId: null }
      }
      if (await startTask(ctx, next, operatorOf(ctx).id, 'hand')) return { activityId: next.id }
    }
    return { activityId: null }
  },
})

async function myOffer(ctx: Ctx): Promise<ActivityRecord | null> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.offeredToId, operatorOf(ctx).id), eq(activities.state, 'offered')))
    .orderBy(asc(activities.offeredAt), asc(activities.id))
    .limit(1)
  return row ?? null
}

async function longestWaiting(ctx: Ctx, isPossible?: SQL): Promise<ActivityRecord | null> {
  const actor = operatorOf(ctx)
  const { activities } = ctx.tx.t
  const groupIds = [...(await groupsOf(ctx.tx, actor.id))]
  const ofNoGroup = and(
    eq(activities.state, 'waiting'),
    inArray(activities.queueId, [...actor.queueIds]),
    isNull(activities.groupId),
  )
  const places = [
    ...(actor.queueIds.size === 0 ? [] : [ofNoGroup]),
    ...(groupIds.length === 0 ? [] : [and(inArray(activities.groupId, groupIds), waitsNow(activities))]),
  ]
  // Rule 2: one call at a time.
  const noCall = (await isOnCall(ctx, actor.id)) ? ne(activities.medium, 'call') : undefined
  const first: ActivityRecord[] = []
  for (const place of places)
    first.push(
      ...(await ctx.tx
        .select()
        .from(activities)
        .where(and(place, noCall, isPossible))
        .orderBy(...inOrder(activities))
        .limit(1)),
    )
  return first.toSorted(compareWaiting)[0] ?? null
}
