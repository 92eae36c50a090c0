import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'

/** Opening hours and holidays that queues keep (row T8, rule 30). */
export const calendarsModule: Module = { name: 'calendars', audience }
export { turnQueue } from './commands/turn-queue.ts'
export { queueStanding } from './queries/queue-standing.ts'
export { calendarHandlers } from './routes.ts'
export { keepingHours, standing } from './store.ts'
