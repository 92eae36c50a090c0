import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { projections } from './projections.ts'

/** Call backs: planned, due, tried, cancelled or moved by the customer's link (row K4). */
export const callbacksModule: Module = { name: 'callbacks', audience, projections }

export { askCallback } from './commands/ask-callback.ts'
export { callbackReversals } from './reversals.ts'
export { cancelCallbackByLink } from './commands/cancel-callback.ts'
export { moveCallbackByLink } from './commands/move-callback.ts'
export { queueCallback } from './commands/queue-callback.ts'
export { callbackToken, linkHashBy } from './link-token.ts'
export { callbackForMissedCall, type MissedCall } from './missed-call.ts'
export { linkedCallback, slotsOfQueue } from './queries/linked-callback.ts'
export { callbackHandlers } from './routes.ts'
export { hoursOf as hoursOfQueue } from './store.ts'
