import { asc } from '../../db/drizzle.ts'
import { afterAll, beforeAll } from 'vitest'
import type { ChannelFixtures } from '../testing/contract-scene.ts'
import { describeChannel } from '../testing/channel-contract.ts'
import { signed } from '../signature.ts'
import { mangoSign } from './dialects/mango.ts'
import { twilioSignature } from './dialects/twilio.ts'
import { phoneChannel } from './index.ts'
import { openOtherSide } from './testing/other-side.ts'

const secret = 'the phone system’s secret'
const otherSide = openOtherSide()
beforeAll(() => otherSide.listen())
afterAll(() => otherSide.stop())

const json = { 'content-type': 'application/json' }

/** One call for each thing, with the number of its caller. */
const calls: Pick<ChannelFixtures, 'outcome' | 'expected'> = {
  async outcome({ services: { store } }) {
    const { phoneCalls } = store.t
    return store.read
      .select({ call: phoneCalls.callId, number: phoneCalls.number })
      .from(phoneCalls)
      .orderBy(asc(phoneCalls.callId))
  },
  expected: (things) => things.map((n) => ({ call: `call-${n}`, number: `+4860123456${n}` })),
}

const missed = (n: number) => ({
  id: `event-${n}`,
  call: `call-${n}`,
  type: 'cdr',
  answered: false,
  direction: 'in',
  from: `+4860123456${n}`,
})
const signJson = (value: unknown, at: number) => {
  const body = Buffer.from(JSON.stringify(value))
  return { body, headers: { ...json, ...signed(secret, at, body) } }
}

describeChannel('phone: asterisk', {
  open: () => ({
    kind: phoneChannel,
    settings: { dialect: 'asterisk' },
    secrets: { secret },
    sign: (things, at) => signJson({ events: things.map(missed) }, at),
  }),
  ...calls,
})

describeChannel('phone: generic', {
  open: () => ({
    kind: phoneChannel,
    settings: { dialect: 'generic' },
    secrets: { secret },
    sign: (things, at) => signJson({ events: things.map(missed) }, at),
    signBody: (body, at) => ({ body, headers: { ...json, ...signed(secret, at, body) } }),
  }),
  ...calls,
})

const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString())
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

const hookUrl = 'https://desk.example/hook/phone'

const twilioForm = (fields: Record<string, string>) => ({
  body: form(fields),
  headers: { ...formType, 'x-twilio-signature': twilioSignature(secret, hookUrl, fields) },
})

describeChannel('phone: twilio', {
  open: () => ({
    kind: phoneChannel,
    settings: { dialect: 'twilio', hookUrl, twilioAccount: 'AC1', twilioUrl: otherSide.url },
    secrets: { secret },
    isSingle: true,
    sign: ([n], at) =>
      twilioForm({
        CallSid: `call-${n}`,
        CallStatus: 'no-answer',
        Direction: 'inbound',
        From: `+4860123456${n}`,
        To: '+48221234567',
        SequenceNumber: '3',
        Timestamp: new Date(at).toUTCString(),
      }),
    signBody: (body) => twilioForm({ [Buffer.from(body).toString()]: '' }),
  }),
  ...calls,
})

const mangoForm = (json: string) => ({
  body: form({ vpbx_api_key: 'key', sign: mangoSign('key', json, secret), json }),
  headers: formType,
})

describeChannel('phone: mango', {
  open: () => ({
    kind: phoneChannel,
    settings: { dialect: 'mango', mangoKey: 'key' },
    secrets: { secret },
    isSingle: true,
    signsInBody: true,
    sign: ([n], at) =>
      mangoForm(
        JSON.stringify({
          entry_id: `call-${n}`,
          call_id: `leg-${n}`,
          timestamp: Math.floor(at / 1000),
          seq: 1,
          call_state: 'Appeared',
          location: 'ivr',
          from: { number: `4860123456${n}` },
          to: { number: '48221234567' },
        }),
      ),
    signBody: (body) => mangoForm(Buffer.from(body).toString()),
  }),
  ...calls,
})
