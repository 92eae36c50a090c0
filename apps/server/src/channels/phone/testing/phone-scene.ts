import { asc } from '../../../db/drizzle.ts'
import { bootServer, type Overrides, type TestServer } from '../../../testing/boot-server.ts'
import { signed } from '../../signature.ts'
import { phoneChannel } from '../index.ts'

export const phoneSecret = 'the secret of the switchboard'

/** A server with a phone system that is on; Anna has line 101, Boris 102. Rates are not limited: a phone system sends much. */
export async function openPhoneScene(
  settings: Record<string, string | number | boolean> = {},
  overrides: Overrides = {},
) {
  const server = await bootServer({ kinds: [phoneChannel], hasRateLimits: false, ...overrides })
  const admin = await server.signIn('admin')
  const body = { kind: 'phone', name: 'Switchboard', queueId: 'q', settings, secrets: { secret: phoneSecret } }
  const { id: channelId } = await admin.call('addChannel', { body })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  await server.services.store.transact((tx) =>
    tx.insert(tx.t.phoneLines).values([
      { channelId, operatorId: 'anna', userName: 'anna', extension: '101', password: null, version: 1 },
      { channelId, operatorId: 'boris', userName: 'boris', extension: '102', password: null, version: 1 },
    ]),
  )
  const post = async (
    path: string,
    content: string | Uint8Array,
    headers: Record<string, string> = {},
    { at = server.clock.now(), url = server.url }: { at?: number; url?: string } = {},
  ): Promise<{ status: number; text: string; type: string | null }> => {
    const bytes = Buffer.from(content)
    const answer = await fetch(`${url}/hook/${channelId}${path}`, {
      method: 'POST',
      headers: { ...signed(phoneSecret, at, bytes), ...headers },
      body: new Uint8Array(bytes),
    })
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
  }
  /** Delivers events of the generic form, and waits until they are taken. */
  const tell = async (...events: Record<string, unknown>[]): Promise<void> => {
    const { status } = await post('', JSON.stringify({ events }))
    if (status !== 200) throw new Error(`hook answered ${status}`)
    await server.settle()
  }
  const ask = async (question: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const { status, text } = await post('/ask', JSON.stringify(question), headers)
    if (status !== 200) throw new Error(`asked ${status}: ${text}`)
    await server.settle()
    return JSON.parse(text) as Record<string, unknown>
  }
  return { server, admin, channelId, post, tell, ask, rows: () => rowsOf(server) }
}
export type PhoneScene = Awaited<ReturnType<typeof openPhoneScene>>

/** What has come of calls: their activities, their state at the desk, what the phone system said of them. */
async function rowsOf({ services: { store } }: TestServer) {
  const { activities, calls, phoneCalls, phoneEvents, callbacks, customers } = store.t
  return {
    activities: await store.read.select().from(activities).orderBy(asc(activities.id)),
    calls: await store.read.select().from(calls).orderBy(asc(calls.activityId)),
    phoneCalls: await store.read.select().from(phoneCalls).orderBy(asc(phoneCalls.callId)),
    phoneEvents: await store.read.select().from(phoneEvents),
    callbacks: await store.read.select().from(callbacks),
    customers: await store.read.select().from(customers),
  }
}
