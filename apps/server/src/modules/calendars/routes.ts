import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { addCalendar } from './commands/add-calendar.ts'
import { editCalendar } from './commands/edit-calendar.ts'
import { removeCalendar } from './commands/remove-calendar.ts'
import { getCalendar, listCalendars } from './queries/calendars.ts'

type Endpoints = 'listCalendars' | 'addCalendar' | 'editCalendar' | 'removeCalendar'

export const calendarHandlers: Handlers<Endpoints> = {
  listCalendars: async (_, { store }) => ({ items: await listCalendars(store.read) }),
  async addCalendar(call, { execute, store }) {
    const { calendarId } = await execute(addCalendar, call.actor, call.body, optionsOf(call))
    return getCalendar(store.read, calendarId)
  },
  async editCalendar(call, { execute, store }) {
    const { calendarId } = call.params
    const input = { calendarId, version: call.version, fields: call.body }
    await execute(editCalendar, call.actor, input, optionsOf(call))
    return getCalendar(store.read, calendarId)
  },
  removeCalendar: (call, { execute }) => execute(removeCalendar, call.actor, call.params, optionsOf(call)),
}
