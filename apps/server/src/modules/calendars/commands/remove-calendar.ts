import { eq } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

/** Removes opening hours. Refuses with NOT_ALLOWED_NOW while queues keep them; details say which. */
export const removeCalendar = command({
  name: 'remove-calendar',
  action: 'settings.queues',
  async load({ tx }, { calendarId }: { calendarId: string }) {
    const { calendars } = tx.t
    const [row] = await locked(tx, tx.select().from(calendars).where(eq(calendars.id, calendarId)), calendars)
    if (!row) throw notFound('calendar')
    return row
  },
  allow: () => true,
  async run(ctx, { id }) {
    const { calendars, queues } = ctx.tx.t
    const keepers = await ctx.tx
      .select({ id: queues.id, name: queues.name })
      .from(queues)
      .where(eq(queues.calendarId, id))
    if (keepers.length > 0) throw new AppError('NOT_ALLOWED_NOW', 'queues keep these hours', { queues: keepers })
    await ctx.tx.delete(calendars).where(eq(calendars.id, id))
    ctx.emit('calendar.removed', { calendarId: id })
    return { ok: true as const }
  },
})
