import { createHmac } from 'node:crypto'
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
import { type Dialect, formOf, numberOfField, textOf } from './dialect.ts'

/** `X-Twilio-Signature`: the HMAC-SHA1 in base64 of the address as Twilio called it and the sorted fields of the form. */
export const twilioSignature = (token: string, url: string, fields: Record<string, string>): string =>
  createHmac('sha1', token)
    .update(
      url +
        Object.keys(fields)
          .toSorted()
          .map((name) => name + fields[name])
          .join(''),
    )
    .digest('base64')

const freshMs = 300_000

/** A status says when it was; what has no time is known by its name when it is sent again. */
const isFresh = ({ Timestamp: said }: Record<string, string>, at: number): boolean =>
  said === undefined || Math.abs(Date.parse(said) - at) <= freshMs

function verify({ headers, body, query, at }: Delivery, { settings, secrets }: Access): boolean {
  const [token, given] = [secrets['secret'], headers['x-twilio-signature']]
  if (!token || typeof given !== 'string') return false
  const base = String(settings['hookUrl'] ?? '')
  const fields = formOf(body)
  // Questions come to the same address with /ask behind it; what stands in the query is signed with it.
  const search = new URLSearchParams(query).toString()
  const isGenuine = [base, `${base}/ask`].some((url) =>
    isSame(given, twilioSignature(token, search === '' ? url : `${url}?${search}`, fields)),
  )
  return isGenuine && isFresh(fields, at)
}

const types: Readonly<Record<string, PhoneEventType>> = {
  initiated: 'queued',
  queued: 'queued',
  ringing: 'ringing',
  'in-progress': 'answered',
  answered: 'answered',
  completed: 'ended',
  busy: 'ended',
  failed: 'ended',
  'no-answer': 'ended',
  canceled: 'ended',
}

/** A client or SIP user, by its name alone. */
const agentOf = (number: string | null): string | null => /^(?:client:|sip:)([^@;]+)/.exec(number ?? '')?.[1] ?? null

const directionOf = (text: string | null): PhoneDirection => (text?.startsWith('outbound-api') ? 'out' : 'in')

/** A leg of its own names the call that it belongs to; its end is not that call's. */
function read(raw: Uint8Array, receivedAt: number): PhoneEvent[] {
  const fields = formOf(raw)
  const sid = textOf(fields['CallSid'], phoneLimits.id)
  if (sid === null) throw new Unreadable('CallSid: missing')
  const parent = textOf(fields['ParentCallSid'], phoneLimits.id)
  const said = textOf(fields['Timestamp'])
  const at = believedAt(said === null ? null : Date.parse(said) || null, receivedAt)
  const to = textOf(fields['To'], phoneLimits.number)
  const base = { ...emptyEvent, callId: parent ?? sid, legId: sid, at, reference: textOf(fields['reference']) }
  const recordingUrl = textOf(fields['RecordingUrl'], 2_000)
  if (recordingUrl !== null) {
    const seconds = numberOfField(fields['RecordingDuration'])
    const id = textOf(fields['RecordingSid'])
    const recording = { url: recordingUrl, id, durationMs: seconds === null ? null : Math.round(seconds * 1000) }
    return [{ ...base, type: 'recording', recording }]
  }
  const status = textOf(fields['CallStatus'])
  const type = types[status ?? '']
  if (!type) throw new Unreadable('CallStatus: not one that is known')
  const direction = directionOf(textOf(fields['Direction']))
  const isRoot = parent === null
  return [
    {
      ...base,
      type: type === 'ended' && !isRoot ? 'legEnded' : type,
      seq: numberOfField(fields['SequenceNumber']),
      direction: isRoot ? direction : null,
      from: isRoot ? textOf(fields['From'], phoneLimits.number) : null,
      to: isRoot ? to : null,
      did: isRoot && direction === 'in' ? to : null,
      agent: isRoot ? null : agentOf(to),
      cause: type === 'ended' ? status : null,
    },
  ]
}

const account = ({ settings, secrets }: Access): { base: string; headers: Record<string, string> } => {
  const sid = String(settings['twilioAccount'] ?? '')
  const login = Buffer.from(`${sid}:${secrets['secret'] ?? ''}`).toString('base64')
  const base = String(settings['twilioUrl'] ?? '').replace(/\/+$/, '')
  return {
    base: `${base}/2010-04-01/Accounts/${encodeURIComponent(sid)}`,
    headers: { authorization: `Basic ${login}` },
  }
}

/** Says nothing that a listener to XML could misread (XML 1.0, 2.4). */
const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Twilio Programmable Voice: status callbacks of calls and recordings, TwiML, and its REST interface. It knows no holds. */
export const twilio: Dialect = {
  verify,
  parse(delivery) {
    const fields = formOf(delivery.body)
    const { reference } = delivery.query
    const named = reference === undefined ? fields : { ...fields, reference }
    const parts = ['CallSid', 'CallStatus', 'SequenceNumber', 'RecordingSid'].map((name) => fields[name] ?? '')
    return [{ externalId: parts.join(':'), raw: Buffer.from(new URLSearchParams(named).toString()) }]
  },
  read,
  question({ body }) {
    const fields = formOf(body)
    const callId = textOf(fields['CallSid'], phoneLimits.id)
    const [from, did] = [textOf(fields['From'], phoneLimits.number), textOf(fields['To'], phoneLimits.number)]
    return callId === null ? null : { asks: 'whoRings', callId, from, did }
  },
  formatRing: (answer) => ({ contentType: 'text/xml; charset=utf-8', body: twimlOf(answer) }),
  async dial({ reference, agent, number }, access) {
    const { base, headers } = account(access)
    const callbackUrl = `${String(access.settings['hookUrl'] ?? '')}?reference=${encodeURIComponent(reference)}`
    const own = String(access.settings['twilioNumber'] ?? '')
    if (own === '') throw new ChannelTrouble('BROKEN', 'no number of ours is set')
    const form = new URLSearchParams({
      To: `client:${agent.userName}`,
      From: own,
      Twiml: `<Response><Dial callerId="${escapeXml(own)}"><Number>${escapeXml(number)}</Number></Dial></Response>`,
      StatusCallback: callbackUrl,
    })
    for (const event of ['initiated', 'ringing', 'answered', 'completed']) form.append('StatusCallbackEvent', event)
    const call = {
      method: 'POST' as const,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    }
    const answer = await callOther(`${base}/Calls.json`, { ...call, body: form.toString() }, access)
    return { callId: textOf(answer['sid'], phoneLimits.id) }
  },
  async test(access) {
    const { base, headers } = account(access)
    await callOther(`${base}.json`, { method: 'GET', headers }, access)
  },
  // By its name below our own account, whatever address it was told with.
  recording({ url, id }, access) {
    const sid = id ?? /\/Recordings\/(RE\w+)/.exec(url ?? '')?.[1]
    if (sid === undefined) throw new NotToBeHad('NO_ADDRESS', 'it has no name')
    const { base, headers } = account(access)
    return { url: `${base}/Recordings/${encodeURIComponent(sid)}.mp3`, headers }
  },
}

/** Waits a second and asks again, rings, or hangs up. */
function twimlOf(answer: Parameters<NonNullable<Dialect['formatRing']>>[0]): string {
  const verbs =
    answer.answer === 'ring'
      ? `<Dial answerOnBridge="true"><Client>${escapeXml(answer.userName)}</Client></Dial>`
      : answer.answer === 'wait'
        ? '<Pause length="1"/><Redirect/>'
        : '<Hangup/>'
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`
}
