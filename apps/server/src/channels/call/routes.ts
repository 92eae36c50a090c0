import { notFound } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import type { Services } from '../../kernel/services.ts'
import {
  answerRecording,
  iceServersFor,
  lineOfCall,
  noteCall,
  noteSeated,
  passSignal,
  takeCallSeat,
} from '../../modules/calls/index.ts'
import { refuseKnocking } from '../refuse-knocking.ts'
import { callIdOf } from './call-id.ts'
import { endCall } from './commands/end-call.ts'
import { startCall } from './commands/start-call.ts'
import { widgetCall } from './queries/widget-call.ts'

type CallEndpoints =
  | 'startCall'
  | 'getWidgetCall'
  | 'endWidgetCall'
  | 'getWidgetCallServers'
  | 'takeWidgetCallSeat'
  | 'answerRecording'
  | 'signalWidgetCall'
  | 'noteWidgetCall'

async function callOf({ store }: Services, visitorId: string) {
  const call = await widgetCall(store.read, visitorId)
  if (!call) throw notFound('call')
  return call
}
async function requireCallId({ store }: Services, visitorId: string): Promise<string> {
  const callId = await callIdOf(store.read, visitorId)
  if (callId === null) throw notFound('call')
  return callId
}

export const callHandlers: Handlers<CallEndpoints> = {
  async startCall(call, services) {
    const { actor, body, http } = call
    await refuseKnocking(services, { actor, email: body.email, address: http?.address })
    await services.execute(startCall, actor, body, optionsOf(call))
    return callOf(services, actor.id)
  },
  getWidgetCall: async ({ actor }, { store }) => ({ call: await widgetCall(store.read, actor.id) }),
  async endWidgetCall(call, services) {
    await services.execute(endCall, call.actor, {}, optionsOf(call))
    return callOf(services, call.actor.id)
  },
  async getWidgetCallServers({ actor }, services) {
    await requireCallId(services, actor.id)
    return iceServersFor(services, actor.id)
  },
  async takeWidgetCallSeat(call, services) {
    const callId = await requireCallId(services, call.actor.id)
    const socketId = lineOfCall(call.socketId)
    const { processId } = services
    await services.execute(takeCallSeat, call.actor, { callId, ...call.body, socketId, processId }, optionsOf(call))
    noteSeated(socketId)
    return callOf(services, call.actor.id)
  },
  async answerRecording(call, services) {
    const callId = await requireCallId(services, call.actor.id)
    await services.execute(answerRecording, call.actor, { callId, ...call.body }, optionsOf(call))
    return callOf(services, call.actor.id)
  },
  async signalWidgetCall({ actor, socketId, body }, services) {
    const callId = await requireCallId(services, actor.id)
    await passSignal(services, { callId, personId: actor.id, socketId, body })
    return { ok: true }
  },
  async noteWidgetCall(call, services) {
    const callId = await requireCallId(services, call.actor.id)
    if (call.body.what === 'badSignal') services.log.warn({ callId, reason: call.body.reason }, 'bad call signal')
    await services.execute(noteCall, call.actor, { callId, note: call.body }, optionsOf(call))
    return { ok: true }
  },
}
