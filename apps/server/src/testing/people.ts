import { type Caller, createCaller, createSocket, type LiveSocket } from '@care/client'
import type { DeskEvents, WidgetEvents } from '@care/contract'
import { deskRoutes, widgetRoutes } from '@care/contract/wire'
import { system } from '../kernel/actor.ts'
import { newToken } from '../kernel/ids.ts'
import type { Services } from '../kernel/services.ts'
import { startSession } from '../modules/auth/commands/start-session.ts'

/** A signed-in operator: typed calls, and sockets with the same session. */
export interface Desk {
  cookie: string
  call: Caller<typeof deskRoutes>['call']
  /** A connected socket. */
  socket(): Promise<LiveSocket<DeskEvents>>
}
/** A visitor of the site. */
export interface Visitor {
  token: string
  visitorId: string
  call: Caller<typeof widgetRoutes>['call']
  socket(): Promise<LiveSocket<WidgetEvents>>
}

/** People at a running server: operators with sessions, visitors with tokens, and their sockets. */
export function createPeople(url: string, services: Services, siteKey: string) {
  const sockets = new Set<{ close(): void }>()

  async function connected<E>(socket: LiveSocket<E>): Promise<LiveSocket<E>> {
    sockets.add(socket)
    await new Promise<void>((resolve, reject) => {
      socket.onConnect(() => resolve())
      socket.onRefused((code) => reject(new Error(code)))
      socket.connect()
    })
    return socket
  }

  /** By id or email. Opens a session without the price of a password; the sign-in endpoint has tests of its own. */
  async function signIn(who: string): Promise<Desk> {
    const [operatorId = who] = who.split('@')
    const token = newToken()
    await services.execute(startSession, system, { operatorId, token, userAgent: 'test' })
    const cookie = `care_session=${token}`
    const { call } = createCaller(deskRoutes, { baseUrl: url, headers: () => ({ cookie }) })
    const socket = () => connected(createSocket<DeskEvents>('desk', { baseUrl: url, extraHeaders: { cookie } }))
    return { cookie, call, socket }
  }

  async function newVisitor(): Promise<Visitor> {
    const nobody = createCaller(widgetRoutes, { baseUrl: url })
    const { token, visitorId } = await nobody.call('openWidget', { body: { siteKey } })
    const headers = () => ({ authorization: `Visitor ${token}` })
    const { call } = createCaller(widgetRoutes, { baseUrl: url, headers })
    const socket = () => connected(createSocket<WidgetEvents>('widget', { baseUrl: url, auth: () => ({ token }) }))
    return { token, visitorId, call, socket }
  }

  return { connected, signIn, newVisitor, hangUp: (): void => sockets.forEach((socket) => socket.close()) }
}
