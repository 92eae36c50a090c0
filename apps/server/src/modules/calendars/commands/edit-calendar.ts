import type { CalendarFields, ConflictDetails } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { freeName, standing, turnQueues } from '../store.ts'

interface Input {
  calendarId: string
  version: number
  fields: CalendarFields
}

/** Replaces name, hours and holidays; its queues open or close at once. Refuses an old version and a taken name. */
export const editCalendar = command({
  name: 'edit-calendar',
  action: 'settings.queues',
  async load({ tx }, { calendarId }: Input) {
    const { calendars } = tx.t
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(calendars)
      .set({ version: plus(calendars.version, 1) })
      .where(eq(calendars.id, calendarId))
      .returning()
    if (!row) throw notFound('calendar')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { calendarId, version, fields: { name, ...hours } }) {
    if (before.version !== version) {
      const { name: currentName, timeZone, days, holidays } = before
      const current = { name: currentName, timeZone, days, holidays }
      const details: ConflictDetails = { currentVersion: before.version, changedBy: null, changedAt: null, current }
      throw new AppError('CONFLICT', 'the opening hours were changed meanwhile', { ...details })
    }
    const { calendars } = ctx.tx.t
    const [row] = await ctx.tx
      .update(calendars)
      .set({ ...(await freeName(ctx, name, calendarId)), ...hours })
      .where(eq(calendars.id, calendarId))
      .returning()
    if (!row) throw notFound('calendar')
    const queueIds = await turnQueues(ctx, row, standing(before, ctx.now).isOpen)
    ctx.emit('calendar.edited', { calendarId, queueIds })
    return { calendarId }
  },
})
