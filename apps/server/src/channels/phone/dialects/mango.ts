import { createHash } from 'node:crypto'
import {
  believedAt,
  emptyEvent,
  type PhoneDirection,
  type PhoneEvent,
  type PhoneEventType,
  phoneLimits,
} from '@care/domain/phone'
import { type Access, ChannelTrouble, type Delivery, Unreadable } from '../../channel.ts'
import { isSame } from '../../same.ts'
import { callOther } from '../call-other.ts'
import { NotToBeHad } from '../open-recording.ts'
import { type Dialect, formOf, jsonOf, numberOfField, textOf } from './dialect.ts'

/** `sign`: the SHA-256 in hex of key, JSON as it was sent, and salt, one behind the other. */
export const mangoSign = (key: string, json: string, salt: string): string =>
  createHash('sha256')
    .update(key + json + salt)
    .digest('hex')

const freshMs = 300_000

function verify({ body, at }: Delivery, { settings, secrets }: Access): boolean {
  const salt = secrets['secret']
  const { vpbx_api_key: key, sign, json } = formOf(body)
  if (!salt || !key || !sign || !json || !isSame(key, String(settings['mangoKey'] ?? ''))) return false
  return isSame(sign.toLowerCase(), mangoSign(key, json, salt)) && isFresh(json, at)
}

/** What has a time in it must not be repeated later by somebody who has listened; what has none is known by its name. */
function isFresh(json: string, at: number): boolean {
  try {
    const seconds = numberOfField(jsonOf(json)['timestamp'])
    return seconds === null || Math.abs(seconds * 1000 - at) <= freshMs
  } catch {
    return true
  }
}

const states: Readonly<Record<string, PhoneEventType>> = {
  Appeared: 'ringing',
  Connected: 'answered',
  OnHold: 'held',
  Disconnected: 'legEnded',
}

type Fields = Record<string, unknown>
const part = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** Mango writes numbers without the plus. */
const numberOf = (value: unknown): string | null => {
  const text = textOf(value, phoneLimits.number)
  return text !== null && /^\d{11,15}$/.test(text) ? `+${text}` : text
}

function read(raw: Uint8Array, receivedAt: number): PhoneEvent[] {
  const fields = jsonOf(raw)
  const callId = textOf(fields['entry_id'], phoneLimits.id)
  if (callId === null) throw new Unreadable('entry_id: missing')
  const from = part(fields['from'])
  const to = part(fields['to'])
  const reference = textOf(fields['command_id'])
  const base = { ...emptyEvent, callId, reference, from: numberOf(from['number']), to: numberOf(to['number']) }
  if (fields['recording_id'] !== undefined) return [recordingOf(fields, base, receivedAt)]
  if (fields['talk_time'] !== undefined) return [recordOf(fields, base, receivedAt)]
  return [stateOf(fields, base, receivedAt)]
}

type Base = Omit<PhoneEvent, 'type' | 'at'>
const secondsOf = (value: unknown): number | null => {
  const seconds = numberOfField(value)
  return seconds === null ? null : seconds * 1000
}

function stateOf(fields: Fields, base: Base, receivedAt: number): PhoneEvent {
  const state = states[textOf(fields['call_state']) ?? '']
  if (!state) throw new Unreadable('call_state: not one that is known')
  const agent = agentIn(fields)
  // In a menu or a queue it waits, whatever "connected" it is there.
  const isWaiting = textOf(fields['location']) !== 'abonent' && state !== 'legEnded'
  return {
    ...base,
    type: isWaiting ? 'queued' : state,
    legId: textOf(fields['call_id'], phoneLimits.id),
    seq: numberOfField(fields['seq']),
    at: believedAt(secondsOf(fields['timestamp']), receivedAt),
    direction: directionOf(fields),
    did: numberOf(part(fields['to'])['line_number']),
    agent,
    cause: textOf(fields['disconnect_reason']),
  }
}

/** Who has an extension is one of us: whoever is called by it, else whoever calls. */
const agentIn = (fields: Fields): string | null =>
  textOf(part(fields['to'])['extension']) ?? textOf(part(fields['from'])['extension'])

const directionOf = (fields: Fields): PhoneDirection => {
  const [from, to] = [part(fields['from'])['extension'], part(fields['to'])['extension']].map((one) => textOf(one))
  if (from !== null && to !== null) return 'internal'
  return from === null ? 'in' : 'out'
}

/** The summary: `call_direction` 1 came in, 2 went out; `talk_time` is when somebody answered, 0 when nobody did. */
function recordOf(fields: Fields, base: Base, receivedAt: number): PhoneEvent {
  const talk = numberOfField(fields['talk_time']) ?? 0
  const end = numberOfField(fields['end_time']) ?? 0
  const direction = numberOfField(fields['call_direction'])
  return {
    ...base,
    type: 'cdr',
    at: believedAt(end > 0 ? end * 1000 : null, receivedAt),
    direction: direction === 2 ? 'out' : direction === 1 ? 'in' : null,
    agent: agentIn(fields),
    wasAnswered: talk > 0,
    talkMs: talk > 0 && end >= talk ? (end - talk) * 1000 : null,
    cause: textOf(fields['disconnect_reason']),
  }
}

const recordingOf = (fields: Fields, base: Base, receivedAt: number): PhoneEvent => ({
  ...base,
  type: 'recording',
  at: believedAt(secondsOf(fields['timestamp']), receivedAt),
  recording: { url: null, id: textOf(fields['recording_id']), durationMs: null },
})

function order(access: Access, value: unknown): { headers: Record<string, string>; body: string } {
  const key = String(access.settings['mangoKey'] ?? '')
  const json = JSON.stringify(value)
  const sign = mangoSign(key, json, access.secrets['secret'] ?? '')
  const body = new URLSearchParams({ vpbx_api_key: key, sign, json }).toString()
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }
}

const isOf = ({ protocol, hostname }: URL, domain: string): boolean =>
  protocol === 'https:' && (hostname === domain || hostname.endsWith(`.${domain}`))

/** Mango Office: forms signed with its salt; states of legs, summaries and recordings; commands by its own interface. */
export const mango: Dialect = {
  verify,
  parse({ body }) {
    const { json } = formOf(body)
    if (json === undefined) throw new Unreadable('json: missing')
    const fields = jsonOf(json)
    const names = ['entry_id', 'call_id', 'seq', 'call_state', 'recording_id', 'recording_state', 'end_time']
    return [{ externalId: names.map((name) => textOf(fields[name]) ?? '').join(':'), raw: Buffer.from(json) }]
  },
  read,
  // It answers with where the file lies, for a short time and for anybody.
  recording({ id }, access) {
    if (id === null) throw new NotToBeHad('NO_ADDRESS', 'it has no name')
    const base = String(access.settings['mangoUrl'] ?? '').replace(/\/+$/, '')
    const url = `${base}/queries/recording/post`
    return {
      url,
      method: 'POST',
      ...order(access, { recording_id: id, action: 'download' }),
      mayFollow: (to) => to.origin === URL.parse(base)?.origin || isOf(to, 'mango-office.ru'),
    }
  },
  async dial({ reference, agent, number }, access) {
    const base = String(access.settings['mangoUrl'] ?? '').replace(/\/+$/, '')
    const from = { extension: agent.extension ?? agent.userName }
    const command = { command_id: reference, from, to_number: number.replace(/^\+/, '') }
    const answer = await callOther(`${base}/commands/callback`, { method: 'POST', ...order(access, command) }, access)
    const result = numberOfField(answer['result'])
    // 1000 is success; the call's name comes with its first event, which brings the command's back.
    if (result !== null && result !== 1000)
      throw new ChannelTrouble('BAD_ANSWER', `the phone system answered ${result}`)
    return { callId: null }
  },
}
