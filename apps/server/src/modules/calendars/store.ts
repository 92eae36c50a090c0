import { foldText, isOpenAt, nextTurn } from '@care/domain'
import { and, eq, ne } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

export type CalendarRecord = Reader['t']['calendars']['$inferSelect']

/** How a queue with these hours stands at an instant; without hours it is always open. */
export const standing = (hours: CalendarRecord | null, now: number): { isOpen: boolean; turnsAt: number | null } =>
  hours === null ? { isOpen: true, turnsAt: null } : { isOpen: isOpenAt(hours, now), turnsAt: nextTurn(hours, now) }

/** Locked, so that nobody removes it meanwhile. Refuses with INVALID_INPUT one that is not there. */
export async function calendarById(ctx: Ctx, calendarId: string): Promise<CalendarRecord> {
  const { calendars } = ctx.tx.t
  const query = ctx.tx.select().from(calendars).where(eq(calendars.id, calendarId))
  const [row] = await locked(ctx.tx, query, calendars)
  if (!row)
    throw new AppError('INVALID_INPUT', 'no such calendar', { issues: [{ path: 'calendarId', message: 'unknown' }] })
  return row
}

/** How a queue stands that keeps these hours from now on, and its columns. */
export async function keepingHours(ctx: Ctx, calendarId: string | null) {
  const { isOpen, turnsAt } = standing(calendarId === null ? null : await calendarById(ctx, calendarId), ctx.now)
  return { isOpen, columns: { calendarId, turnsAt } }
}

/** Gives all queues of a calendar their next turn and says which of them opened or closed by it. */
export async function turnQueues(ctx: Ctx, hours: CalendarRecord, wasOpen: boolean): Promise<string[]> {
  const { queues } = ctx.tx.t
  const { isOpen, turnsAt } = standing(hours, ctx.now)
  const turned = await ctx.tx
    .update(queues)
    .set({ turnsAt })
    .where(eq(queues.calendarId, hours.id))
    .returning({ id: queues.id })
  const queueIds = turned.map(({ id }) => id)
  if (isOpen !== wasOpen) for (const queueId of queueIds) ctx.emit('queue.turned', { queueId, isOpen })
  return queueIds
}

/** Refuses with NAME_TAKEN a name that another calendar has, however it is written. */
export async function freeName(ctx: Ctx, name: string, ownId: string): Promise<{ name: string; nameFolded: string }> {
  const { calendars } = ctx.tx.t
  const nameFolded = foldText(name)
  const [other] = await ctx.tx
    .select({ name: calendars.name })
    .from(calendars)
    .where(and(eq(calendars.nameFolded, nameFolded), ne(calendars.id, ownId)))
  if (other) throw new AppError('NAME_TAKEN', undefined, { name: other.name })
  return { name, nameFolded }
}
