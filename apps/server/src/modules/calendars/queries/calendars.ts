import type { Calendar } from '@care/contract'
import { asc, isNotNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** All opening hours by name, with the queues that keep them. */
export async function listCalendars(db: Reader): Promise<Calendar[]> {
  const { calendars, queues } = db.t
  const [rows, keepers] = await Promise.all([
    db.select().from(calendars).orderBy(asc(calendars.nameFolded)),
    db
      .select({ id: queues.id, name: queues.name, calendarId: queues.calendarId })
      .from(queues)
      .where(isNotNull(queues.calendarId))
      .orderBy(asc(queues.name), asc(queues.id)),
  ])
  return rows.map(({ id, name, timeZone, days, holidays, version }) => ({
    id,
    name,
    timeZone,
    days: days.map((day) => [...day]),
    holidays: holidays.map((holiday) => ({ ...holiday, intervals: [...holiday.intervals] })),
    queues: keepers.filter(({ calendarId }) => calendarId === id).map((queue) => ({ id: queue.id, name: queue.name })),
    version,
  }))
}

/** One of them. Refuses with NOT_FOUND. */
export async function getCalendar(db: Reader, calendarId: string): Promise<Calendar> {
  const found = (await listCalendars(db)).find(({ id }) => id === calendarId)
  if (!found) throw notFound('calendar')
  return found
}
