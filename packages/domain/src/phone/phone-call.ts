import { orderLeg, orderPhoneEvents, type PhoneDirection, type PhoneEvent, type PhoneRecording } from './phone-event.ts'

export const phoneStates = ['queued', 'ringing', 'active', 'held', 'ended'] as const
export type PhoneState = (typeof phoneStates)[number]

/** A call as its events tell it. */
export interface PhoneCall {
  state: PhoneState
  direction: PhoneDirection
  from: string | null
  to: string | null
  did: string | null
  reference: string | null
  /** Who talks, or talked last; null before anybody did. */
  agent: string | null
  /** At whom it rings now. */
  ringingAt: string[]
  startedAt: number
  answeredAt: number | null
  heldSince: number | null
  /** All holds that are over. */
  heldMs: number
  endedAt: number | null
  /** The phone system has said that it is over; else that all lines are gone only lets it seem so. */
  isEndSaid: boolean
  /** Its record has come: nothing of how it went can change any more. */
  hasRecord: boolean
  cause: string | null
  /** It came in, is over, and nobody ever answered. */
  isMissed: boolean
  recording: PhoneRecording | null
}

interface Leg {
  state: PhoneState
  agent: string | null
  answeredAt: number | null
  heldSince: number | null
  heldMs: number
  lastAt: number
}

/**
 * The call that these events make: the same one in whatever order and however often they came, and with some of them
 * lost. The record (`cdr`) is final: it ends the call, and says whether it was answered. Null when there are none.
 */
export function phoneCallOf(given: readonly PhoneEvent[]): PhoneCall | null {
  const events = orderPhoneEvents(given)
  const [first] = events
  if (!first) return null
  const legs = legsOf(events)
  const record = events.findLast(({ type }) => type === 'cdr') ?? null
  const endedAt = endOf(events, legs)
  const answeredAt = answerOf(legs, record, endedAt)
  const direction = firstKnown(events, 'direction') ?? 'in'
  return {
    ...(endedAt === null ? stateOf(legs) : { state: 'ended', heldSince: null }),
    direction,
    from: firstKnown(events, 'from'),
    to: firstKnown(events, 'to'),
    did: firstKnown(events, 'did'),
    reference: firstKnown(events, 'reference'),
    agent: agentOf(legs, record, answeredAt),
    ringingAt: endedAt === null ? ringing(legs) : [],
    startedAt: first.at,
    answeredAt,
    heldMs: heldOf(legs, endedAt),
    endedAt,
    isEndSaid: events.some(({ type }) => type === 'ended' || type === 'cdr'),
    hasRecord: record !== null,
    cause: events.findLast(({ cause }) => cause !== null)?.cause ?? null,
    isMissed: direction === 'in' && endedAt !== null && answeredAt === null,
    recording: events.findLast(({ recording }) => recording !== null)?.recording ?? null,
  }
}

/** While all lines are gone and nobody has said that it is over, it may be put through to the next one: it still goes on. */
export const stillOn = (call: PhoneCall): PhoneCall =>
  call.state === 'ended' && !call.isEndSaid
    ? { ...call, state: call.answeredAt === null ? 'ringing' : 'active', endedAt: null, isMissed: false }
    : call

/**
 * Whether enough is known to act on it: who the other side is, and of a missed call that its answer is not still on its
 * way. What came first may have been sent last.
 */
export const isClear = ({ from, to, direction, isMissed, hasRecord }: PhoneCall): boolean =>
  (direction === 'out' ? to : from) !== null && (!isMissed || hasRecord)

const firstKnown = <K extends 'direction' | 'from' | 'to' | 'did' | 'reference'>(
  events: readonly PhoneEvent[],
  name: K,
): PhoneEvent[K] | null => events.find((event) => event[name] !== null)?.[name] ?? null

function legsOf(events: readonly PhoneEvent[]): Leg[] {
  const byLeg = new Map<string, PhoneEvent[]>()
  for (const event of events) {
    // What is about the whole call, and after it, is no step of a leg.
    if (event.type === 'cdr' || event.type === 'recording' || event.type === 'ended') continue
    const key = event.legId ?? ''
    byLeg.set(key, [...(byLeg.get(key) ?? []), event])
  }
  return [...byLeg.values()].map((ofLeg) => orderLeg(ofLeg).reduce(stepLeg, null)).filter((leg) => leg !== null)
}

function stepLeg(before: Leg | null, event: PhoneEvent): Leg {
  const { type, at } = event
  const fresh: Leg = { state: 'queued', agent: null, answeredAt: null, heldSince: null, heldMs: 0, lastAt: at }
  const leg = before ?? fresh
  if (leg.state === 'ended') return leg
  const agent = event.agent ?? leg.agent
  const heldMs = leg.heldMs + (leg.heldSince === null ? 0 : Math.max(0, at - leg.heldSince))
  const now = { ...leg, agent, lastAt: at }
  switch (type) {
    case 'queued':
      return now
    case 'ringing':
      return leg.state === 'queued' ? { ...now, state: 'ringing' } : { ...leg, lastAt: at }
    case 'answered':
    case 'transferred':
    case 'resumed':
      return { ...now, state: 'active', answeredAt: leg.answeredAt ?? at, heldSince: null, heldMs }
    case 'held':
      return { ...now, state: 'held', answeredAt: leg.answeredAt ?? at, heldSince: leg.heldSince ?? at }
    default:
      return { ...now, state: 'ended', heldSince: null, heldMs }
  }
}

/** A record or a word of the end ends it; legs do when all are gone, and one of them was the caller's or had been answered. */
function endOf(events: readonly PhoneEvent[], legs: readonly Leg[]): number | null {
  const said = events.find(({ type }) => type === 'ended') ?? events.find(({ type }) => type === 'cdr')
  if (said) return said.at
  const areGone = legs.length > 0 && legs.every(({ state }) => state === 'ended')
  const isOver = areGone && legs.some(({ agent, answeredAt }) => answeredAt !== null || agent === null)
  return isOver ? Math.max(...legs.map(({ lastAt }) => lastAt)) : null
}

/** Only a leg with somebody at it, or the only one there is, tells an answer: a menu also "answers" the caller. */
function answerOf(legs: readonly Leg[], record: PhoneEvent | null, endedAt: number | null): number | null {
  const withAgent = legs.filter(({ agent }) => agent !== null)
  const counting = withAgent.length > 0 ? withAgent : legs
  const seen = counting.flatMap(({ answeredAt }) => answeredAt ?? [])
  const seenAt = seen.length === 0 ? null : Math.min(...seen)
  if (record === null || record.wasAnswered === null) return seenAt
  if (!record.wasAnswered) return null
  return seenAt ?? (endedAt === null ? null : endedAt - (record.talkMs ?? 0))
}

function agentOf(legs: readonly Leg[], record: PhoneEvent | null, answeredAt: number | null): string | null {
  if (answeredAt === null) return null
  const talking = legs.filter(({ agent, answeredAt: at }) => agent !== null && at !== null)
  const isOn = ({ state }: Leg): number => Number(state === 'active') * 2 + Number(state === 'held')
  const latest = talking.toSorted((a, b) => isOn(a) - isOn(b) || (a.answeredAt ?? 0) - (b.answeredAt ?? 0)).at(-1)
  return latest?.agent ?? record?.agent ?? null
}

function stateOf(legs: readonly Leg[]): Pick<PhoneCall, 'state' | 'heldSince'> {
  const held = legs.filter(({ state }) => state === 'held')
  // The line of whoever holds says it, the other one goes on as if nothing were.
  if (held.length > 0 && !legs.some(({ state, agent }) => state === 'active' && agent !== null))
    return { state: 'held', heldSince: Math.min(...held.flatMap(({ heldSince }) => heldSince ?? [])) }
  const has = (wanted: PhoneState): boolean =>
    legs.some(({ state, agent }) => state === wanted && (agent !== null || legs.every((leg) => leg.agent === null)))
  if (has('active')) return { state: 'active', heldSince: null }
  return { state: legs.some(({ state }) => state === 'ringing') ? 'ringing' : 'queued', heldSince: null }
}

const ringing = (legs: readonly Leg[]): string[] => [
  ...new Set(legs.flatMap(({ state, agent }) => (state === 'ringing' && agent !== null ? [agent] : []))),
]

const heldOf = (legs: readonly Leg[], endedAt: number | null): number =>
  Math.max(
    0,
    ...legs.map(({ heldMs, heldSince }) =>
      heldSince === null || endedAt === null ? heldMs : heldMs + Math.max(0, endedAt - heldSince),
    ),
  )
