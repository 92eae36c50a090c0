import { createHash } from 'node:crypto'
import {
  believedAt,
  emptyEvent,
  type PhoneDirection,
  phoneDirections,
  type PhoneEvent,
  type PhoneEventType,
  phoneEventTypes,
  phoneLimits,
} from '@care/domain/phone'
import { type Access, ChannelTrouble, type Delivery, Unreadable } from '../../channel.ts'
import { isSame } from '../../same.ts'
import { isSigned, signed } from '../../signature.ts'
import { callOther } from '../call-other.ts'
import { addressBelow } from '../open-recording.ts'
import { type Dialect, formOf, jsonOf, numberOfField, textOf } from './dialect.ts'

/** Signed, or with the secret itself as a bearer token where the settings allow it (RFC 6750). */
export function isGenuine(delivery: Delivery, { secrets, settings }: Access): boolean {
  const secret = secrets['secret']
  if (isSigned(delivery, secret)) return true
  const { authorization } = delivery.headers
  return Boolean(secret) && settings['takesToken'] === true && isSame(authorization ?? '', `Bearer ${secret}`)
}

const isForm = ({ headers }: Delivery): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')

const fieldsOf = (delivery: Delivery): Record<string, unknown> =>
  isForm(delivery) ? formOf(delivery.body) : jsonOf(delivery.body)

/** `id` names the event; one without it is known by its words. */
function thingOf(fields: Record<string, unknown>) {
  const raw = Buffer.from(JSON.stringify(fields))
  const id = textOf(fields['id'], phoneLimits.id)
  return { externalId: id ?? createHash('sha256').update(raw).digest('base64url'), raw }
}

function eventsIn(delivery: Delivery): Record<string, unknown>[] {
  const fields = fieldsOf(delivery)
  const { events } = fields
  if (!Array.isArray(events)) return [fields]
  return events.map((event) => {
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event as Record<string, unknown>
    throw new Unreadable('an event is no object')
  })
}

/** One event of the generic form (docs/manual/17-phone-systems.md). Throws Unreadable with the name of the field. */
export function readGeneric(raw: Uint8Array, receivedAt: number): PhoneEvent[] {
  const fields = jsonOf(raw)
  const callId = textOf(fields['call'], phoneLimits.id)
  if (callId === null) throw new Unreadable('call: missing or too long')
  const type = typeOf(fields['type'])
  const at = timeOf(fields['at'])
  const seconds = numberOfField(fields['talkSeconds'])
  return [
    {
      ...emptyEvent,
      type,
      callId,
      legId: textOf(fields['leg'], phoneLimits.id),
      seq: numberOfField(fields['seq']),
      at: believedAt(at, receivedAt),
      direction: directionOf(fields['direction']),
      from: textOf(fields['from'], phoneLimits.number),
      to: textOf(fields['to'], phoneLimits.number),
      did: textOf(fields['did'], phoneLimits.number),
      agent: textOf(fields['agent'], phoneLimits.number),
      reference: textOf(fields['reference'], phoneLimits.id),
      cause: textOf(fields['cause'], phoneLimits.cause),
      wasAnswered: type === 'cdr' ? answeredOf(fields['answered'], seconds) : null,
      talkMs: seconds === null ? null : Math.max(0, Math.round(seconds * 1000)),
      recording: recordingOf(fields),
    },
  ]
}

function typeOf(value: unknown): PhoneEventType {
  const type = phoneEventTypes.find((one) => one === value)
  if (!type) throw new Unreadable(`type: one of ${phoneEventTypes.join(', ')}`)
  return type
}

const directionOf = (value: unknown): PhoneDirection | null => phoneDirections.find((one) => one === value) ?? null

const answeredOf = (value: unknown, seconds: number | null): boolean =>
  value === undefined ? (seconds ?? 0) > 0 : value === true || value === 'true' || value === '1' || value === 1

/** Epoch seconds or milliseconds, or ISO 8601; null when it is none. */
export function timeOf(value: unknown): number | null {
  const number = numberOfField(value)
  if (number !== null) return Math.round(number < 100_000_000_000 ? number * 1000 : number)
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(parsed) ? null : parsed
}

function recordingOf(fields: Record<string, unknown>): PhoneEvent['recording'] {
  const [url, id] = [textOf(fields['recordingUrl'], 2_000), textOf(fields['recordingId'])]
  if (url === null && id === null) return null
  const seconds = numberOfField(fields['recordingSeconds'])
  return { url, id, durationMs: seconds === null ? null : Math.round(seconds * 1000) }
}

const wantsText = (delivery: Delivery): boolean =>
  isForm(delivery) || (delivery.headers['accept'] ?? '').startsWith('text/plain')

const json = (value: unknown) => ({ contentType: 'application/json', body: JSON.stringify(value) })
const plain = (body: string) => ({ contentType: 'text/plain; charset=utf-8', body })

/** Any phone system that can send signed JSON or a form, and scripts beside one. */
export const generic: Dialect = {
  verify: isGenuine,
  parse: (delivery) => eventsIn(delivery).map(thingOf),
  read: readGeneric,
  question(delivery) {
    const fields = fieldsOf(delivery)
    const from = textOf(fields['from'], phoneLimits.number)
    if (fields['asks'] === 'whoCalls') return from === null ? null : { asks: 'whoCalls', from }
    const callId = textOf(fields['call'], phoneLimits.id)
    if (fields['asks'] !== 'whoRings' || callId === null) return null
    return { asks: 'whoRings', callId, from, did: textOf(fields['did'], phoneLimits.number) }
  },
  formatCaller: (answer, delivery) => (wantsText(delivery) ? plain(answer.name ?? '') : json(answer)),
  formatRing: (answer, delivery) =>
    wantsText(delivery) ? plain(answer.answer === 'ring' ? `ring ${answer.userName}` : answer.answer) : json(answer),
  // Signed over its address, because it has no body; the signing secret itself never leaves us.
  recording(named, { settings, secrets }, at) {
    const url = addressBelow(String(settings['recordingsUrl'] ?? ''), named)
    const { secret = '', recordingsToken: token = '' } = secrets
    const bearer = token === '' ? {} : { authorization: `Bearer ${token}` }
    return { url, headers: { ...signed(secret, at, Buffer.from(url)), ...bearer } }
  },
  async dial({ reference, agent, number, at }, access) {
    const url = String(access.settings['dialUrl'] ?? '')
    if (url === '') throw new ChannelTrouble('BROKEN', 'no address for click-to-call is set')
    const body = JSON.stringify({
      reference,
      agent: agent.extension ?? agent.userName,
      userName: agent.userName,
      to: number,
    })
    const headers = {
      'content-type': 'application/json',
      ...signed(access.secrets['secret'] ?? '', at, Buffer.from(body)),
    }
    const answer = await callOther(url, { method: 'POST', headers, body }, access)
    return { callId: textOf(answer['call'], phoneLimits.id) }
  },
}
