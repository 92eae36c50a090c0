import {
  type Caller,
  createCaller,
  createSocket,
  isApiError,
  isWorthRepeating,
  type LiveSocket,
  newKey,
} from '@care/client'
import type { DeskEvents, Message, TypingEvent, WidgetEvents } from '@care/contract'
import { deskRoutes, widgetRoutes } from '@care/contract/wire'

const password = 'care-desktop'
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Repeats a call until the server answered it, as an outbox does; refusals are thrown. */
export async function untilAnswered<T>(work: () => Promise<T>, withinMs = 180_000): Promise<T> {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isWorthRepeating(error) || Date.now() > until) throw error
      await pause(30)
    }
  }
}

export interface DeskClient {
  call: Caller<typeof deskRoutes>['call']
  cookie: string
}

export async function signIn(baseUrl: string, email: string): Promise<DeskClient> {
  let cookie = ''
  const { call } = createCaller(deskRoutes, {
    baseUrl,
    headers: (): Record<string, string> => (cookie ? { cookie } : {}),
    fetch: async (input, init) => {
      const answer = await fetch(input, init)
      cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return answer
    },
  })
  await untilAnswered(() => call('signIn', { body: { email, password } }))
  return { call, cookie }
}

/** A queue with a site and operators of its own; their emails. */
export async function makeTeam(baseUrl: string, names: readonly string[]) {
  const admin = await signIn(baseUrl, 'admin@example.com')
  const tail = newKey().slice(0, 8)
  const memberIds: string[] = []
  const emails: string[] = []
  for (const name of names) {
    const email = `${name.toLowerCase()}.${tail}@example.com`
    const body = { name, email, password, role: 'operator' as const, capacity: { chat: 50 } }
    memberIds.push((await admin.call('addOperator', { body })).id)
    emails.push(email)
  }
  const queue = await admin.call('addQueue', { body: { name: 'Chats', memberIds } })
  const site = await admin.call('addSite', { body: { name: 'Shop', allowedOrigins: [], queueId: queue.id } })
  return { admin, emails, memberIds, queueId: queue.id, siteKey: site.key }
}

type DeskPushes = DeskEvents & { typing: TypingEvent }

export interface OpenDesk extends DeskClient {
  socket: LiveSocket<DeskPushes>
  /** Every message that was pushed, in the order of arrival. */
  heard: Message[]
}

/** An operator at his desk, available; `onOffer` decides what he does when it rings. */
export async function openDesk(
  baseUrl: string,
  email: string,
  onOffer: (activityId: string, call: DeskClient['call']) => void = () => {},
): Promise<OpenDesk> {
  const client = await signIn(baseUrl, email)
  await client.call('setPresence', { body: { chosen: 'available' } })
  const heard: Message[] = []
  const socket = createSocket<DeskPushes>('desk', { baseUrl, extraHeaders: { cookie: client.cookie } })
  socket.on('offer.made', ({ activityId }) => onOffer(activityId, client.call))
  socket.on('message.added', ({ message }) => void heard.push(message))
  // What rang while the connection was away is found on the list, as on the real desk.
  socket.onConnect(() => {
    client.call('listTasks').then(
      ({ items }) => items.filter((task) => task.offer).forEach((task) => onOffer(task.activityId, client.call)),
      () => {},
    )
  })
  await connected(socket)
  return { ...client, socket, heard }
}

export interface OpenVisitor {
  token: string
  call: Caller<typeof widgetRoutes>['call']
  socket: LiveSocket<WidgetEvents>
  heard: Message[]
}

export async function openVisitor(baseUrl: string, siteKey: string): Promise<OpenVisitor> {
  const nobody = createCaller(widgetRoutes, { baseUrl })
  const { token } = await untilAnswered(() => nobody.call('openWidget', { body: { siteKey } }))
  const { call } = createCaller(widgetRoutes, { baseUrl, headers: () => ({ authorization: `Visitor ${token}` }) })
  const socket = createSocket<WidgetEvents>('widget', { baseUrl, auth: () => ({ token }), ackTimeoutMs: 3_000 })
  const heard: Message[] = []
  socket.on('chat.message', ({ message }) => void heard.push(message))
  await connected(socket)
  return { token, call, socket, heard }
}

async function connected(socket: LiveSocket<DeskPushes> | LiveSocket<WidgetEvents>): Promise<void> {
  await new Promise<void>((done, fail) => {
    socket.onConnect(() => done())
    socket.onRefused((code) => fail(new Error(code)))
    socket.connect()
  })
}

/** The refusal's code, or 'none'. */
export const codeOf = (error: unknown): string => (isApiError(error) ? error.code : String(error))
