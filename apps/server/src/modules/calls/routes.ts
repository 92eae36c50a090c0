import { AppError, notFound } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { visibleActivity } from '../activities/index.ts'
import { holdCall } from './commands/hold-call.ts'
import { noteCall } from './commands/note-call.ts'
import { takeCallSeat } from './commands/take-call-seat.ts'
import { iceServersFor } from './ice.ts'
import { callDetails, myCall } from './queries/call-details.ts'
import { noteSeated, passSignal } from './signals.ts'
import { seatsOf } from './store.ts'

type CallEndpoints =
  | 'getMyCall'
  | 'getCall'
  | 'getCallServers'
  | 'takeCallSeat'
  | 'signalCall'
  | 'noteCall'
  | 'holdCall'

/** The line of a call through the socket: a side of a call lives and ends with it. */
export function lineOfCall(socketId: string | null): string {
  if (socketId === null) throw new AppError('NOT_ALLOWED_NOW', 'only through the socket')
  return socketId
}

export const callHandlers: Handlers<CallEndpoints> = {
  getMyCall: async ({ actor }, { store, clock }) => ({
    call: await myCall(store.read, actor),
    serverTime: clock.now(),
  }),
  async getCall({ actor, params }, services) {
    await visibleActivity(services, actor, params.callId)
    return callDetails(services.store.read, actor, params.callId)
  },
  async getCallServers({ actor, params }, services) {
    const seats = await seatsOf(services.store.read, params.callId)
    if (!seats.some(({ side, personId }) => side !== 'customer' && personId === actor.id)) throw notFound('call')
    return iceServersFor(services, actor.id)
  },
  async takeCallSeat(call, { execute, store, processId }) {
    const { callId } = call.params
    const socketId = lineOfCall(call.socketId)
    await execute(takeCallSeat, call.actor, { callId, ...call.body, socketId, processId }, optionsOf(call))
    noteSeated(socketId)
    return callDetails(store.read, call.actor, callId)
  },
  async signalCall({ actor, params, socketId, body }, services) {
    await passSignal(services, { ...params, personId: actor.id, socketId, body })
    return { ok: true }
  },
  async noteCall(call, { execute, log }) {
    const { callId } = call.params
    if (call.body.what === 'badSignal') log.warn({ callId, reason: call.body.reason }, 'bad call signal')
    await execute(noteCall, call.actor, { callId, note: call.body }, optionsOf(call))
    return { ok: true }
  },
  async holdCall(call, { execute, store }) {
    await execute(holdCall, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return callDetails(store.read, call.actor, call.params.callId)
  },
}
