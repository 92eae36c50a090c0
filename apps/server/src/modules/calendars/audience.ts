import type { Audience } from '../../kernel/module.ts'
import type { CalendarEvent } from './events.ts'

export const audience = {
  // Settings are fetched when they are looked at; what opens or closes by them says so itself.
  'calendar.added': () => [],
  'calendar.edited': () => [],
  'calendar.removed': () => [],
  'queue.turned': ({ facts }) => [{ to: 'coalesced', kind: 'queue', id: facts.queueId }],
} satisfies Audience<CalendarEvent>
