import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { callNote, iceServers, newCallSignal, newSeat, widgetCall } from '../../entities/call.ts'
import { done, email, text } from '../../entities/common.ts'

/** A call from the widget (row K1). A visitor has one call at a time: no id is needed to say which. */
export const widgetCallsApi = {
  startCall: endpoint({
    method: 'POST',
    path: '/api/widget/call',
    access: 'visitor',
    summary: 'Calls; while a call rings or goes on that one is answered, so a repeated press makes one call.',
    body: z.object({
      name: text(limits.customerName).default(''),
      email: email.or(z.literal('')).default(''),
      page: text(500).default(''),
    }),
    response: widgetCall,
    errors: ['SENDER_BLOCKED', 'NOT_ALLOWED_NOW'],
  }),
  getWidgetCall: endpoint({
    method: 'GET',
    path: '/api/widget/call',
    access: 'visitor',
    overSocket: true,
    summary: 'The visitor’s latest call.',
    response: z.object({ call: widgetCall.nullable() }),
  }),
  endWidgetCall: endpoint({
    method: 'POST',
    path: '/api/widget/call/end',
    access: 'visitor',
    overSocket: true,
    summary: 'Hangs up, or leaves the line before anybody answered.',
    response: widgetCall,
    errors: ['NOT_FOUND'],
  }),
  getWidgetCallServers: endpoint({
    method: 'GET',
    path: '/api/widget/call/servers',
    access: 'visitor',
    summary: 'STUN and TURN servers for the visitor’s call, with credentials that run out.',
    response: iceServers,
    errors: ['NOT_FOUND'],
  }),
  takeWidgetCallSeat: endpoint({
    method: 'POST',
    path: '/api/widget/call/seat',
    access: 'visitor',
    overSocket: true,
    summary: 'This window holds the visitor’s side of the call from now on; only through the socket.',
    body: newSeat,
    response: widgetCall,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW', 'CALL_ELSEWHERE'],
  }),
  answerRecording: endpoint({
    method: 'POST',
    path: '/api/widget/call/recording',
    access: 'visitor',
    overSocket: true,
    summary: 'Agrees that the call is recorded, or refuses; refusing later ends it, and what there is of it is erased.',
    body: z.object({ agrees: z.boolean() }),
    response: widgetCall,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  signalWidgetCall: endpoint({
    method: 'POST',
    path: '/api/widget/call/signals',
    access: 'visitor',
    overSocket: true,
    summary: 'Passes a description or a candidate to the operator; only through the socket.',
    body: newCallSignal,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  noteWidgetCall: endpoint({
    method: 'POST',
    path: '/api/widget/call/notes',
    access: 'visitor',
    overSocket: true,
    summary: 'Tells of the visitor’s side: muted, network or microphone lost and back.',
    body: callNote,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
