import type { OverflowSettings } from '@care/domain'
import { and, eq, inArray, isNotNull, isNull } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import { standing } from '../calendars/index.ts'

const inLine: Array<'waiting' | 'offered'> = ['waiting', 'offered']

/**
 * Work begins to wait in a queue: from now on its limit runs (rule 18). What waits for a group has none; its group's own
 * time runs first.
 */
export async function waitFromNow(
  ctx: Ctx,
  queueId: string | null,
  what: { activityId: string } | { requestId: string },
): Promise<void> {
  if (queueId === null) return
  const { activities } = ctx.tx.t
  const seconds = await limitOf(ctx.tx, queueId)
  // A new one has no limit yet: nothing to take away, and nothing to write for most queues.
  if (seconds === null && 'activityId' in what) return
  await ctx.tx
    .update(activities)
    .set({ overflowAt: seconds === null ? null : ctx.now + seconds * 1000 })
    .where(
      and(
        'activityId' in what ? eq(activities.id, what.activityId) : eq(activities.requestId, what.requestId),
        inArray(activities.state, inLine),
        isNull(activities.groupId),
      ),
    )
}

/** The queue has another limit now: it counts from when its work came into the line, or came back into it. */
export async function waitAnew(ctx: Ctx, queueId: string): Promise<void> {
  const { activities } = ctx.tx.t
  const seconds = await limitOf(ctx.tx, queueId)
  const here = and(eq(activities.queueId, queueId), inArray(activities.state, inLine), isNull(activities.groupId))
  if (seconds === null) return void (await ctx.tx.update(activities).set({ overflowAt: null }).where(here))
  for (const [since, isIt] of [
    [activities.eligibleSince, isNull(activities.offerRound)],
    [activities.offerRound, isNotNull(activities.offerRound)],
  ] as const)
    await ctx.tx
      .update(activities)
      .set({ overflowAt: plus(since, seconds * 1000) })
      .where(and(here, isIt))
}

async function limitOf(db: Reader, queueId: string): Promise<number | null> {
  const { queues } = db.t
  const [queue] = await db.select({ seconds: queues.overflowSeconds }).from(queues).where(eq(queues.id, queueId))
  return queue?.seconds ?? null
}

/** What a queue says about overflow, and whether it is open; null when there is none. */
export async function overflowSettings(
  db: Reader,
  queueId: string | null,
  now: number,
): Promise<OverflowSettings | null> {
  if (queueId === null) return null
  const { queues, calendars } = db.t
  const [row] = await db
    .select({ queue: queues, hours: calendars })
    .from(queues)
    .leftJoin(calendars, eq(calendars.id, queues.calendarId))
    .where(eq(queues.id, queueId))
  return row ? { ...row.queue, isOpen: standing(row.hours, now).isOpen } : null
}
