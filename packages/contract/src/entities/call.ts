import { callSides, callStates, isCallDescription, isCandidate, overflowOffers, signalLimits } from '@care/domain'
import { z } from 'zod'
import { id, instant, ref, text, version } from './common.ts'
import { customerRef } from './customer.ts'
import { callRecording, widgetRecording } from './recording.ts'

const side = z.enum(callSides)
/** Made by a window and kept by it through a reload. */
const tabId = z.string().min(8).max(64)
/** Of one sitting: whoever sits down anew gets another one. */
const seatId = id

/** The side of the call that is one’s own. */
const mySeat = z.object({
  side,
  /** Null: nobody has taken it yet. */
  seatId: seatId.nullable(),
  tabId: z.string().nullable(),
  isMuted: z.boolean(),
  isLost: z.boolean(),
})
/** Another side that one hears. */
const peer = z.object({
  side,
  seatId: seatId.nullable(),
  isMuted: z.boolean(),
  /** Its line or its sound is gone; it has some seconds to come back. */
  isLost: z.boolean(),
  /** Oneself makes the first offer to it. */
  begins: z.boolean(),
})
/** What a browser needs to connect. */
const line = { mySeat: mySeat.nullable(), peers: z.array(peer) }

export const callLineKinds = [
  'rang',
  /** To the customer, by an operator. */
  'dialled',
  'answered',
  'held',
  'resumed',
  'asked',
  'consulting',
  'consultOver',
  'transferred',
  'returned',
  'muted',
  'unmuted',
  'networkLost',
  'networkBack',
  'micLost',
  'micBack',
  'badSignal',
  'recordingAsked',
  'recordingRefused',
  'recordingStarted',
  'recordingPaused',
  'recordingResumed',
  'recordingStopped',
  'ended',
] as const
export type CallLineKind = (typeof callLineKinds)[number]

/** One thing that happened in a call, as its list of events shows it. */
export const callEvent = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.enum(callLineKinds),
  by: z.object({ kind: z.enum(['customer', 'operator', 'system']), id: z.string().nullable(), name: z.string() }),
  /** The colleague whom it is about. */
  to: ref.nullable(),
  /** The wait before an answer, the length of a hold or of the call, in ms. */
  ms: z.number().int().nullable(),
})
export type CallEvent = z.output<typeof callEvent>

export const callQuality = z.object({
  delayMs: z.number().min(0).max(60_000),
  jitterMs: z.number().min(0).max(60_000),
  lossPercent: z.number().min(0).max(100),
  /** Seconds that were measured, and those of them that were poor. */
  seconds: z.number().int().min(0).max(86_400),
  poorSeconds: z.number().int().min(0).max(86_400),
})
export type CallQuality = z.output<typeof callQuality>

/** Where the telephone exchange has it; `line`s are user names there, of whoever has one. */
const callAtExchange = z.object({
  /** The exchange's own name for it, which is that of SIP (RFC 3261, 8.1.1.4); null: it has told none yet. */
  callId: z.string().nullable(),
  number: z.string().nullable(),
  operatorLine: z.string().nullable(),
  consultLine: z.string().nullable(),
  /** One's own softphone is to call the number, and has not told of it yet. */
  isToDial: z.boolean(),
})

export const callDetails = z.object({
  id,
  request: z.object({ id, number: z.number(), title: z.string() }),
  customer: customerRef,
  queue: ref.nullable(),
  direction: z.enum(['in', 'out']),
  /** Where its sound is: in this browser, or at a phone, where the phone system answers, holds and hangs up. */
  line: z.enum(['browser', 'phone']),
  /** Null: it is in the browser. */
  phone: callAtExchange.nullable(),
  state: z.enum(callStates),
  startedAt: instant,
  answeredAt: instant.nullable(),
  heldSince: instant.nullable(),
  heldMs: z.number().int(),
  endedAt: instant.nullable(),
  endedBy: z.enum(['customer', 'operator', 'system']).nullable(),
  operator: ref.nullable(),
  /** Who is asked while the customer is held. */
  consult: ref.nullable(),
  ...line,
  events: z.array(callEvent),
  /** As the operator’s browser measured it. */
  quality: callQuality.nullable(),
  /** Null: it is not recorded, and nobody was asked. */
  recording: callRecording.nullable(),
  version,
})
export type CallDetails = z.output<typeof callDetails>

/** What the customer may know of his call. */
export const widgetCall = z.object({
  activityId: id,
  requestNumber: z.number(),
  state: z.enum(['waiting', 'active', 'held', 'ended']),
  place: z.number().int().nullable(),
  expectedWaitSeconds: z.number().int().nullable(),
  overflowOffer: z.enum(overflowOffers).nullable(),
  operatorName: z.string().nullable(),
  startedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.enum(['customer', 'operator', 'system']).nullable(),
  /** Null: it is not recorded. */
  recording: widgetRecording.nullable(),
  ...line,
})
export type WidgetCall = z.output<typeof widgetCall>

export const newSeat = z.object({
  tabId,
  /** The sitting that only lost its line: its connections still stand and are kept. */
  seatId: seatId.optional(),
  /** Another window has it, and the person wants it here. */
  takesOver: z.boolean().default(false),
})

/** What two browsers tell each other to connect (RFC 8829); garbage is refused here. */
export const callSignal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('description'),
    type: z.enum(['offer', 'answer']),
    sdp: z.string().max(signalLimits.sdp).refine(isCallDescription, { message: 'no description of a call' }),
  }),
  z.object({
    kind: z.literal('candidate'),
    candidate: z.string().max(signalLimits.candidate).refine(isCandidate, { message: 'no candidate' }),
    sdpMid: z.string().max(signalLimits.mid).nullable(),
    sdpMLineIndex: z.number().int().min(0).max(64).nullable(),
  }),
  /** Whoever begins is asked to connect anew. */
  z.object({ kind: z.literal('restart') }),
])
export type CallSignal = z.output<typeof callSignal>

export const newCallSignal = z.object({ from: seatId, to: seatId, signal: callSignal })
export const callSignalEvent = z.object({ callId: id, from: seatId, to: seatId, signal: callSignal })
export type CallSignalEvent = z.output<typeof callSignalEvent>

/** What a window tells of its own side. */
export const callNote = z.discriminatedUnion('what', [
  z.object({ what: z.literal('muted'), seatId, isMuted: z.boolean() }),
  z.object({ what: z.literal('network'), seatId, isLost: z.boolean() }),
  z.object({ what: z.literal('microphone'), seatId, isLost: z.boolean() }),
  z.object({ what: z.literal('badSignal'), seatId, reason: text(200) }),
  z.object({ what: z.literal('quality'), seatId, quality: callQuality }),
])
export type CallNote = z.output<typeof callNote>

/** For RTCPeerConnection; credentials are of this caller and run out. */
export const iceServers = z.object({
  items: z.array(
    z.object({ urls: z.array(z.string()), username: z.string().optional(), credential: z.string().optional() }),
  ),
})
export type IceServers = z.output<typeof iceServers>['items']
