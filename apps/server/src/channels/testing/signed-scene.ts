import { type CallInput, createCaller } from '@care/client'
import type { Api, ResponseOf } from '@care/contract'
import { widgetRoutes } from '@care/contract/wire'
import { SignJWT } from 'jose'
import { bootServer, siteKey } from '../../testing/boot-server.ts'

export interface TestKey {
  kid: string
  secret: string
}
export type Session = ResponseOf<Api['openWidget']>

let made = 0
export const unique = (word: string): string => `${word}-${(made += 1)}`
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const messageKey = (): string => unique('message-0123456789')

/** The refusal's code, or 'none'. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? 'unexpected',
  )

/** A server, a key of its site, and what a host page and its visitors do. */
export async function signedScene() {
  const server = await bootServer({ hasRateLimits: false })
  const admin = await server.signIn('admin')

  async function newKey(siteId = 'site'): Promise<TestKey> {
    const { key, secret } = await admin.call('addSiteKey', { params: { siteId } })
    return { kid: key.id, secret }
  }
  const key = await newKey()
  /** Seconds since 1970 by the server's clock. */
  const seconds = (): number => server.clock.now() / 1000
  const sign = (claims: Record<string, unknown>, { kid, secret } = key): Promise<string> =>
    new SignJWT({ exp: seconds() + 3_600, ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
      .sign(bytes(secret))
  const open = (body: { token?: string; identity?: string; siteKey?: string } = {}): Promise<Session> =>
    createCaller(widgetRoutes, { baseUrl: server.url }).call('openWidget', { body: { siteKey, ...body } })
  const as = ({ token }: { token: string }) =>
    createCaller(widgetRoutes, { baseUrl: server.url, headers: () => ({ authorization: `Visitor ${token}` }) }).call
  const say = (session: { token: string }, text: string, typed: { name?: string; email?: string } = {}) =>
    as(session)('startChat', { body: { clientMessageId: messageKey(), text, ...typed } })
  const sayMore = (session: { token: string }, text: string) =>
    as(session)('sendWidgetMessage', { body: { clientMessageId: messageKey(), text } })
  const customerOf = async (activityId: string): Promise<string> =>
    (await admin.call('getActivity', { params: { activityId } })).customer.id
  const revoke = (keyId: string) => admin.call('revokeSiteKey', { params: { siteId: 'site', keyId } })
  const newSite = (given: Partial<CallInput<'addSite'>['body']> = {}) =>
    admin.call('addSite', { body: { name: unique('Other'), allowedOrigins: [], queueId: 'q', ...given } })
  /** What the event log keeps of it, in order. */
  const told = async (word: string) => {
    const { events } = server.services.store.t
    const all = await server.services.store.read.select().from(events).orderBy(events.seq)
    return all.filter(({ facts }) => JSON.stringify(facts).includes(word))
  }
  return { server, admin, key, newKey, seconds, sign, open, as, say, sayMore, customerOf, revoke, newSite, told }
}
export type SignedScene = Awaited<ReturnType<typeof signedScene>>
