import { room } from '@care/contract'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { prepared } from '../db/prepared.ts'
import type { Reader } from '../db/store.ts'
import type { VisitorActor } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { visitorById, visitorOfToken } from '../http/authenticate.ts'
import { refuseForeignOrigin } from '../http/origin.ts'
import { setCustomerHere } from '../modules/activities/index.ts'
import { admit } from './admit.ts'
import { callEndpoint, type CallParts, createLine } from './calls.ts'
import type { Doors, WidgetSocket } from './sockets.ts'
import { visitorTypes } from './typing.ts'

const openStates = ['waiting', 'offered', 'active', 'wrapUp'] as const
/** A reload of the page is no going away. */
const reloadMs = 3_000
const lookMs = 60_000

const openChatsOf = prepared('widget_open_chats', (db: Reader) => {
  const { activities } = db.t
  return db
    .select({ isHere: activities.customerIsHere })
    .from(activities)
    .where(and(eq(activities.visitorId, sql.placeholder('visitorId')), inArray(activities.state, [...openStates])))
})

/** The visitors' namespace: the token opens the visitor's room and his site's, nothing else. */
export function openWidgetDoor(parts: CallParts, doors: Doors) {
  const { services } = parts
  const { widget } = doors
  const inLine = createLine()
  const busy = new Set<Promise<void>>()
  const leaving = new Map<string, NodeJS.Timeout>()
  let isClosing = false
  const track = (work: Promise<void>): void => {
    const done = work.catch((error: unknown) => services.log.error({ error: String(error) }, 'widget socket'))
    busy.add(done)
    void done.finally(() => busy.delete(done))
  }

  async function actorOf(visitorId: string): Promise<VisitorActor> {
    const actor = await visitorById(services, visitorId)
    if (!actor) throw new AppError('VISITOR_UNKNOWN')
    return actor
  }
  /** Writes only where something changes: most visitors who connect talk with nobody. */
  async function setHere(visitorId: string, isHere: boolean): Promise<void> {
    const chats = await openChatsOf(services.store.read, { visitorId })
    if (!chats.some((chat) => chat.isHere !== isHere)) return
    await services.execute(setCustomerHere, await actorOf(visitorId), { visitorId, isHere })
  }
  async function isAnywhere(visitorId: string): Promise<boolean> {
    const name = room.visitor(visitorId)
    if ((widget.adapter.rooms.get(name)?.size ?? 0) > 0) return true
    return services.config.redisUrl !== null && (await widget.in(name).fetchSockets()).length > 0
  }
  async function lookWhetherGone(visitorId: string): Promise<void> {
    if (!isClosing && !(await isAnywhere(visitorId))) await setHere(visitorId, false)
  }
  /** Those who were here on a process that died, and did not come back. */
  async function lookForLost(): Promise<void> {
    const { activities } = services.store.t
    const chats = await services.store.read
      .selectDistinct({ visitorId: activities.visitorId })
      .from(activities)
      .where(and(inArray(activities.state, [...openStates]), eq(activities.customerIsHere, true)))
      .limit(2_000)
    for (const { visitorId } of chats) if (visitorId !== null) await lookWhetherGone(visitorId)
  }
  const look = setInterval(() => track(lookForLost()), lookMs)

  widget.use(
    admit(services, async (socket) => {
      refuseForeignOrigin(socket.request, services.config, 'widget')
      const { token } = socket.handshake.auth as { token?: unknown }
      const visitor = typeof token === 'string' && token.length <= 100 ? await visitorOfToken(services, token) : null
      if (!visitor) throw new AppError('VISITOR_UNKNOWN')
      socket.data = { visitorId: visitor.id, siteId: visitor.siteId, typedAt: 0 }
      await socket.join([room.visitor(visitor.id), room.site(visitor.siteId)])
    }),
  )
  widget.on('connection', (socket: WidgetSocket) => {
    const { visitorId } = socket.data
    clearTimeout(leaving.get(visitorId))
    leaving.delete(visitorId)
    track(setHere(visitorId, true))
    socket.on('call', onCall)
    socket.on('typing', onTyping)
    socket.on('disconnect', onDisconnect)
  })

  function onCall(this: WidgetSocket, payload: unknown, ack: unknown): void {
    inLine(this, () => callEndpoint(parts, 'widget', payload, ack, () => actorOf(this.data.visitorId)))
  }
  function onTyping(this: WidgetSocket, payload: unknown): void {
    track(visitorTypes(services, doors, this, payload))
  }
  function onDisconnect(this: WidgetSocket): void {
    const { visitorId } = this.data
    if (isClosing) return
    clearTimeout(leaving.get(visitorId))
    const end = (): void => {
      leaving.delete(visitorId)
      track(lookWhetherGone(visitorId))
    }
    leaving.set(visitorId, setTimeout(end, reloadMs))
  }

  return {
    /** From now on whoever goes connects to another process; he is still here. */
    close: (): void => {
      isClosing = true
      clearInterval(look)
      for (const timer of leaving.values()) clearTimeout(timer)
    },
    idle: async (): Promise<void> => {
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}
