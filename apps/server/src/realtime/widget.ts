import { room } from '@care/contract'
import { system, type VisitorActor } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { visitorById, visitorOfToken } from '../http/authenticate.ts'
import { refuseForeignOrigin } from '../http/origin.ts'
import { loseCallSeat, wasSeated } from '../modules/calls/index.ts'
import { admit } from './admit.ts'
import { callEndpoint, type SocketParts } from './calls.ts'
import type { Doors, WidgetSocket } from './sockets.ts'
import { createTracker } from './tracker.ts'
import { visitorTypes } from './typing.ts'
import { watchVisitors } from './visitor-here.ts'

/** The visitors' namespace: the token opens the visitor's room and his site's, nothing else. */
export function openWidgetDoor(parts: SocketParts, doors: Doors) {
  const { services, line } = parts
  const { widget } = doors
  const tracker = createTracker(services, 'widget socket')
  const visitors = watchVisitors(services, widget, tracker)

  /** Read anew at each call: he may have become another customer. */
  async function actorOf({ data }: WidgetSocket): Promise<VisitorActor> {
    const actor = await visitorById(services, data.visitorId)
    if (!actor) throw new AppError('VISITOR_UNKNOWN')
    return actor
  }

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
    visitors.came(socket.data.visitorId)
    socket.on('call', onCall)
    socket.on('typing', onTyping)
    socket.on('disconnect', onDisconnect)
  })

  async function loseSeat(socketId: string): Promise<void> {
    await services.execute(loseCallSeat, system, { socketId })
  }

  // Shared by all sockets, `this` being the one that emits: thousands of idle ones must cost little.
  function onCall(this: WidgetSocket, payload: unknown, ack: unknown): void {
    line.run(this, () =>
      callEndpoint(parts, 'widget', payload, ack, { socketId: this.id, actorOf: () => actorOf(this) }),
    )
  }
  function onTyping(this: WidgetSocket, payload: unknown): void {
    tracker.track(visitorTypes(services, doors, this, payload))
  }
  function onDisconnect(this: WidgetSocket): void {
    if (wasSeated(this.id)) tracker.track(loseSeat(this.id))
    visitors.went(this.data.visitorId)
  }
  return { close: visitors.close, idle: tracker.idle }
}
