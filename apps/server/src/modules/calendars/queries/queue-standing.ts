import { isOpenAt, nextOpening } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'

/** Whether a queue is open by its hours, and else when it opens next; null = nobody knows. */
export async function queueStanding(
  db: Reader,
  queueId: string,
  now: number,
): Promise<{ isOpen: boolean; opensAt: number | null }> {
  const { queues, calendars } = db.t
  const [row] = await db
    .select({ hours: calendars })
    .from(queues)
    .innerJoin(calendars, eq(calendars.id, queues.calendarId))
    .where(eq(queues.id, queueId))
  if (!row || isOpenAt(row.hours, now)) return { isOpen: true, opensAt: null }
  return { isOpen: false, opensAt: nextOpening(row.hours, now) }
}
