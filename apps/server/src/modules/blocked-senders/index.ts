import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { projections } from './projections.ts'

/** Spam's senders: refused at every channel's door until somebody lifts it (row M4, rule 26). */
export const blockedSendersModule: Module = { name: 'blocked-senders', audience, projections }
export { isBlockedEmail, refuseBlocked } from './door.ts'
export { blockedSenderReversals } from './reversals.ts'
export { blockedSenderHandlers } from './routes.ts'
