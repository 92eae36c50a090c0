/** What a phone system can tell of a call. `cdr`: its record after the end, which is final; `recording`: comes later still. */
export const phoneEventTypes = [
  'queued',
  'ringing',
  'answered',
  'held',
  'resumed',
  'transferred',
  'legEnded',
  'ended',
  'cdr',
  'recording',
] as const
export type PhoneEventType = (typeof phoneEventTypes)[number]

export const phoneDirections = ['in', 'out', 'internal'] as const
export type PhoneDirection = (typeof phoneDirections)[number]

/** Where a recording lies at the phone system: by its address or by its name there. */
export interface PhoneRecording {
  url: string | null
  id: string | null
  durationMs: number | null
}

/** One thing that happened in a call, in the same words whichever phone system says it. */
export interface PhoneEvent {
  type: PhoneEventType
  /** The whole call; each line that takes part in it is a leg. */
  callId: string
  legId: string | null
  /** Its place among the events of its leg, where the phone system counts them. */
  seq: number | null
  /** Epoch ms, by the phone system's clock; where it tells none, when it came in. */
  at: number
  direction: PhoneDirection | null
  from: string | null
  to: string | null
  /** The own number that was called. */
  did: string | null
  /** Extension or user name of whom it is about. */
  agent: string | null
  /** Our own name for a call that we have asked for. */
  reference: string | null
  cause: string | null
  /** Of a record: whether anybody answered, and how long they talked. */
  wasAnswered: boolean | null
  talkMs: number | null
  recording: PhoneRecording | null
}

/** What an event that says nothing more is besides its type, its call and its time. */
export const emptyEvent = {
  legId: null,
  seq: null,
  direction: null,
  from: null,
  to: null,
  did: null,
  agent: null,
  reference: null,
  cause: null,
  wasAnswered: null,
  talkMs: null,
  recording: null,
} as const satisfies Partial<PhoneEvent>

const rank = new Map<string, number>(phoneEventTypes.map((type, index) => [type, index]))

/** Limits of what is kept of one call: a phone system gone mad fills no table. */
export const phoneLimits = { eventsOfCall: 500, id: 200, number: 64, cause: 200 } as const

/**
 * Names an event within its call: the same one sent again has the same name. Holds are told apart by their time too,
 * since phone systems that do not count repeat them.
 */
export function phoneEventKey({ type, legId, seq, at, agent, wasAnswered, recording }: PhoneEvent): string {
  const repeats = type === 'held' || type === 'resumed' || type === 'transferred'
  const place = seq === null ? (repeats ? `@${at}` : '') : repeats ? `#${seq}@${at}` : `#${seq}`
  const what = type === 'cdr' ? String(wasAnswered) : (recording?.id ?? recording?.url ?? '')
  return [type, legId ?? '', place, agent ?? '', what].join('|')
}

/** Each event once, in an order that is the same however they came. */
export function orderPhoneEvents(events: readonly PhoneEvent[]): PhoneEvent[] {
  const once = new Map<string, PhoneEvent>()
  for (const event of events) {
    const key = phoneEventKey(event)
    const known = once.get(key)
    // Sent again with another time: the first one counts.
    if (!known || compare(event, known) < 0) once.set(key, event)
  }
  return [...once.values()].toSorted(compare)
}

const compare = (a: PhoneEvent, b: PhoneEvent): number =>
  a.at - b.at || (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0) || compareText(JSON.stringify(a), JSON.stringify(b))

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Events of one leg: by their numbers where all have one, which is surer than a clock of whole seconds. */
export const orderLeg = (events: readonly PhoneEvent[]): PhoneEvent[] =>
  events.every(({ seq }) => seq !== null) ? events.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)) : [...events]
