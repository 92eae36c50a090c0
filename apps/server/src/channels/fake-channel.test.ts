import { createFakeChannel, fakePassword, fakeSettings, type FakeThing } from './testing/fake-channel.ts'
import { describeChannel } from './testing/channel-contract.ts'
import { signed } from './signature.ts'

const thing = (n: number): FakeThing => ({ id: `thing-${n}`, name: `Customer ${n}` })

describeChannel('fake', {
  open() {
    const { kind, other } = createFakeChannel()
    const signBody = (body: Uint8Array, at: number) => ({ body, headers: signed(fakePassword, at, body) })
    return {
      kind,
      settings: fakeSettings,
      secrets: { password: fakePassword },
      sign: (things, at) => signBody(Buffer.from(JSON.stringify(things.map(thing))), at),
      signBody,
      sent: () => other.sent.map(({ text }) => text),
      link: {
        count: (channelId) => (other.connections.has(channelId) ? 1 : 0),
        deliver: (channelId, things) => other.deliver(channelId, things.map(thing)),
        cut: (channelId) => other.cut(channelId),
        refuse: (isRefusing) => void (other.password = isRefusing ? 'another one' : fakePassword),
      },
    }
  },
  async outcome({ services: { store } }) {
    const rows = await store.read.select({ name: store.t.customers.name }).from(store.t.customers)
    return rows.map(({ name }) => name).toSorted()
  },
  expected: (things) => things.map((n) => thing(n).name).toSorted(),
})
