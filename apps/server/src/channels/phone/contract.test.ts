import { asc, eq } from 'drizzle-orm'
import type { ChannelFixtures } from '../testing/contract-scene.ts'
import { describeChannel } from '../testing/channel-contract.ts'
import { signed } from '../signature.ts'
import { phoneChannel } from './index.ts'

const secret = 'the phone system’s secret'
const json = { 'content-type': 'application/json' }

/** Calls that nobody took, one for each thing; each becomes an ended activity of its caller. */
const calls: Pick<ChannelFixtures, 'outcome' | 'expected'> = {
  async outcome({ services: { store } }) {
    const { phoneCalls, activities } = store.t
    return store.read
      .select({ call: phoneCalls.callId, number: phoneCalls.number, state: activities.state })
      .from(phoneCalls)
      .innerJoin(activities, eq(activities.id, phoneCalls.activityId))
      .orderBy(asc(phoneCalls.callId))
  },
  expected: (things) => things.map((n) => ({ call: `call-${n}`, number: `+4860123456${n}`, state: 'ended' })),
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
