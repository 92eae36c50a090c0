import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { callDetails, callNote, iceServers, newCallSignal, newSeat } from '../entities/call.ts'
import { done, id } from '../entities/common.ts'

const callId = z.object({ callId: id })

/** Calls as the desk uses them. A call is an activity: it is offered, accepted, transferred and ended as one. */
export const callsApi = {
  getMyCall: endpoint({
    method: 'GET',
    path: '/api/calls/mine',
    access: 'tasks.handle',
    summary: 'The call that one is in, or is asked in by a colleague; null when there is none.',
    response: z.object({ call: callDetails.nullable(), serverTime: z.number() }),
  }),
  getCall: endpoint({
    method: 'GET',
    path: '/api/calls/:callId',
    access: 'requests.view',
    summary: 'A call and what happened in it, for whoever may see its request.',
    params: callId,
    response: callDetails,
    errors: ['NOT_FOUND'],
  }),
  getCallServers: endpoint({
    method: 'GET',
    path: '/api/calls/:callId/servers',
    access: 'tasks.handle',
    summary: 'STUN and TURN servers for one’s side of the call, with credentials that run out.',
    params: callId,
    response: iceServers,
    errors: ['NOT_FOUND'],
  }),
  takeCallSeat: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/seat',
    access: 'tasks.handle',
    overSocket: true,
    summary: 'This window holds one’s side of the call from now on; only through the socket.',
    params: callId,
    body: newSeat,
    response: callDetails,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW', 'CALL_ELSEWHERE'],
  }),
  signalCall: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/signals',
    access: 'tasks.handle',
    overSocket: true,
    summary: 'Passes a description or a candidate to another side of one’s call; only through the socket.',
    params: callId,
    body: newCallSignal,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  noteCall: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/notes',
    access: 'tasks.handle',
    overSocket: true,
    summary: 'Tells of one’s own side: muted, network or microphone lost and back, quality.',
    params: callId,
    body: callNote,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  holdCall: endpoint({
    method: 'POST',
    path: '/api/calls/:callId/hold',
    access: 'tasks.handle',
    overSocket: true,
    summary: 'Holds the customer, who is told so, or goes on with him.',
    params: callId,
    body: z.object({ isHeld: z.boolean() }),
    response: callDetails,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW'],
  }),
}
