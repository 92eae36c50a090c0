declare module '../../kernel/event.ts' {
  interface EventMap {
    'calendar.added': { calendarId: string }
    'calendar.edited': { calendarId: string; queueIds: string[] }
    'calendar.removed': { calendarId: string }
    /** Opened or closed, by its hours or by a change of them. */
    'queue.turned': { queueId: string; isOpen: boolean }
  }
}
export type CalendarEvent = 'calendar.added' | 'calendar.edited' | 'calendar.removed' | 'queue.turned'
