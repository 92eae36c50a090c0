import { groupOver } from '@care/domain'
import { and, eq, inArray } from '../../../db/drizzle.ts'
import { locked, plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { groupMembersNow } from '../group-members.ts'
import { roundOf } from '../offers.ts'
import { type ActivityRecord, aboutTask } from '../store.ts'

/**
 * A task that waits for a group goes to its whole queue: its time is up, or nobody of the group is left to ask (rule 24).
 * NOT_ALLOWED_NOW as long as the group keeps it. Only the sweep runs it.
 */
export const leaveGroup = command({
  name: 'leave-group',
  action: [],
  async load({ tx }, { activityId }: { activityId: string }) {
    const { activities } = tx.t
    const [row] = await locked(tx, tx.select().from(activities).where(eq(activities.id, activityId)), activities)
    if (!row) throw notFound('activity')
    return row
  },
  allow: () => false,
  async run(ctx, activity) {
    const { groupId, groupUntil } = activity
    if (activity.state !== 'waiting' || groupId === null || groupUntil === null) throw kept()
    const members = await groupMembersNow(ctx.tx, groupId, ctx.now)
    const tried = await triedOf(ctx, activity)
    const why = groupOver({
      until: groupUntil,
      now: ctx.now,
      members: members.map(({ operatorId, isThere }) => ({ isThere, wasTried: tried.has(operatorId) })),
    })
    if (why === null) throw kept()
    const { activities } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ groupId: null, groupUntil: null, version: plus(activities.version, 1) })
      .where(and(eq(activities.id, activity.id), eq(activities.state, 'waiting'), eq(activities.groupId, groupId)))
      .returning({ version: activities.version })
    if (!row) throw kept()
    ctx.emit('task.groupOver', { ...aboutTask(activity), groupId, why, version: row.version })
    return { why }
  },
})

const kept = (): AppError => new AppError('NOT_ALLOWED_NOW', 'the group keeps it')

async function triedOf(ctx: Ctx, activity: ActivityRecord): Promise<Set<string>> {
  const { offers } = ctx.tx.t
  const rows = await ctx.tx
    .select({ operatorId: offers.operatorId })
    .from(offers)
    .where(
      and(
        eq(offers.activityId, activity.id),
        eq(offers.round, roundOf(activity)),
        inArray(offers.result, ['declined', 'missed', 'returned']),
      ),
    )
  return new Set(rows.map(({ operatorId }) => operatorId))
}
