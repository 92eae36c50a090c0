import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { calendar, calendarFields } from '../entities/calendar.ts'
import { done, id } from '../entities/common.ts'

const calendarId = z.object({ calendarId: id })

export const calendarsApi = {
  listCalendars: endpoint({
    method: 'GET',
    path: '/api/calendars',
    access: 'queues.view',
    summary: 'Opening hours and holidays by name, with the queues that keep them.',
    response: z.object({ items: z.array(calendar) }),
  }),
  addCalendar: endpoint({
    method: 'POST',
    path: '/api/calendars',
    access: 'settings.queues',
    summary: 'Makes opening hours that queues can keep.',
    body: calendarFields,
    response: calendar,
    errors: ['NAME_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  editCalendar: endpoint({
    method: 'PUT',
    path: '/api/calendars/:calendarId',
    access: 'settings.queues',
    needsVersion: true,
    summary: 'Replaces name, hours and holidays; its queues open and close by them at once.',
    params: calendarId,
    body: calendarFields,
    response: calendar,
    errors: ['NOT_FOUND', 'CONFLICT', 'NAME_TAKEN'],
  }),
  removeCalendar: endpoint({
    method: 'DELETE',
    path: '/api/calendars/:calendarId',
    access: 'settings.queues',
    summary: 'Removes opening hours that no queue keeps; details.queues says which do.',
    params: calendarId,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
