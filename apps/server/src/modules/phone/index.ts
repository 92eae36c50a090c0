import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'

/** Calls of phone systems: what they tell, who rings, what the desk dials, whose line is whose (rows K2, K3; ADR 0032). */
export const phoneModule: Module = { name: 'phone', audience }

export { askWhoRings } from './commands/ask-who-rings.ts'
export { beginDial } from './commands/begin-dial.ts'
export { type ClaimedRecording, claimPhoneRecording } from './commands/claim-phone-recording.ts'
export { endSilentCall } from './commands/end-silent-call.ts'
export { noteDial } from './commands/note-dial.ts'
export { forgetPhoneEvent } from './commands/forget-phone-event.ts'
export { settlePhoneRecording, type SettlePhoneRecording } from './commands/settle-phone-recording.ts'
export { dialPhone, fetchPhoneRecording } from './jobs-names.ts'
export { type Caller, whoCalls } from './queries/who-calls.ts'
export { isFresh, whoRingsFor } from './queries/who-rings.ts'
export { sipSockets } from './queries/sip-sockets.ts'
export { phoneHandlers } from './routes.ts'
export { resealPhoneLines } from './reseal-lines.ts'
export { takePhoneEvents } from './commands/take-phone-events.ts'
export { lineOfOperator, type PhoneCallKey, phoneKind, phoneSystemOf, type PhoneSystem } from './store.ts'
