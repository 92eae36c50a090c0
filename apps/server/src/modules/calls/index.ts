import type { Module } from '../../kernel/module.ts'
import { callAudience } from './audience.ts'
import { callProjections } from './projections.ts'

/** What a call has besides its activity: its state, who sits at which side, the signals between them (row K1). */
export const callsModule: Module = { name: 'calls', audience: callAudience, projections: callProjections }

export { answerRecording } from './commands/answer-recording.ts'
export { endLostSide } from './commands/end-lost-side.ts'
export { loseCallSeat } from './commands/lose-call-seat.ts'
export { noteCall } from './commands/note-call.ts'
export { takeCallSeat } from './commands/take-call-seat.ts'
export { iceServersFor, relayLogin } from './ice.ts'
export { openCall, openPhoneCall } from './open-call.ts'
export { followPhone, type PhoneTimes } from './follow-phone.ts'
export { eraseRecording } from './commands/finish-recording.ts'
export { finishRecording } from './finish-recording.ts'
export { lineOf } from './queries/line.ts'
export { recordingForVisitor } from './queries/recording.ts'
export { recordingHandlers } from './recording-routes.ts'
export { callHandlers, lineOfCall } from './routes.ts'
export { noteSeated, passSignal, wasSeated } from './signals.ts'
export { takeRecording } from './take-recording.ts'
export { type CallRecord, seatsOf, type SeatRecord } from './store.ts'
