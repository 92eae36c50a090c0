import type { CalendarFields } from '@care/contract'
import { count } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { freeName } from '../store.ts'
import type {} from '../events.ts'

const most = 200

/** Makes opening hours. Refuses a name that is taken (NAME_TAKEN), and more than 200 calendars (NOT_ALLOWED_NOW). */
export const addCalendar = command({
  name: 'add-calendar',
  action: 'settings.queues',
  load: () => Promise.resolve(null),
  allow: () => true,
  async run(ctx, _, { name, ...hours }: CalendarFields) {
    const { calendars } = ctx.tx.t
    const [all] = await ctx.tx.select({ n: count() }).from(calendars)
    if (Number(all?.n ?? 0) >= most) throw new AppError('NOT_ALLOWED_NOW', `${most} calendars at most`)
    const id = ctx.newId()
    await ctx.tx.insert(calendars).values({ id, ...(await freeName(ctx, name, id)), ...hours, version: 1 })
    ctx.emit('calendar.added', { calendarId: id })
    return { calendarId: id }
  },
})
