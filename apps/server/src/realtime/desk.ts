import { system } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { refuseForeignOrigin } from '../http/origin.ts'
import { operatorOfSession, operatorOfToken, tokenOf } from '../modules/auth/index.ts'
import { loseCallSeat, wasSeated } from '../modules/calls/index.ts'
import { groupsOf } from '../modules/groups/index.ts'
import { connectOperator, disconnectOperator, presenceOf } from '../modules/routing/index.ts'
import { admit } from './admit.ts'
import type { SocketParts } from './calls.ts'
import { listenToDesk } from './desk-emits.ts'
import { ownRooms } from './rooms.ts'
import type { DeskSocket, Doors } from './sockets.ts'
import { createTracker } from './tracker.ts'

/** The operators' namespace: who may connect, which rooms the server puts him into, his presence. */
export function openDesk(parts: SocketParts, doors: Doors, processId: string) {
  const { services } = parts
  const tracker = createTracker(services, 'desk socket')
  const listen = listenToDesk(parts, doors, tracker)

  async function connect(socket: DeskSocket): Promise<void> {
    // Asked again: the session may have ended between the handshake and now.
    const actor = await operatorOfSession(services, socket.data.sessionId)
    if (!actor) return void socket.disconnect(true)
    const connection = { operatorId: actor.id, connectionId: socket.id, processId }
    const { isOpen } = await services.execute(connectOperator, actor, connection)
    if (!isOpen) return void socket.disconnect(true)
    // What the desk read before it could hear: its places may have changed in between.
    socket.emit('presence.changed', await presenceOf(services.store.read, actor.id, services.clock.now()))
  }
  async function disconnect(socket: DeskSocket): Promise<void> {
    const { operatorId } = socket.data
    if (wasSeated(socket.id)) await services.execute(loseCallSeat, system, { socketId: socket.id })
    await services.execute(disconnectOperator, system, { operatorId, connectionId: socket.id })
  }

  doors.desk.use(
    admit(services, async (socket) => {
      refuseForeignOrigin(socket.request, services.config, 'signedIn')
      const token = tokenOf(socket.request)
      const found = token === undefined ? null : await operatorOfToken(services, token)
      if (!found) throw new AppError('NOT_SIGNED_IN')
      socket.data = { operatorId: found.actor.id, sessionId: found.actor.sessionId, typedAt: 0, looksAt: null }
      // Before the client hears that it is connected, so that what it fetches then misses no push.
      await socket.join(ownRooms(found.actor, await groupsOf(services.store.read, found.actor.id)))
    }),
  )
  doors.desk.on('connection', (socket: DeskSocket) => {
    const connected = connect(socket)
    tracker.track(connected)
    listen(socket)
    // In this order also when both happen at once.
    const gone = (): Promise<void> => disconnect(socket)
    socket.on('disconnect', () => tracker.track(connected.then(gone, gone)))
  })

  return {
    /** Says of every open socket that its operator is here; after this process was taken for dead. */
    announce: (): void => {
      for (const socket of doors.desk.sockets.values()) tracker.track(connect(socket))
    },
    idle: tracker.idle,
  }
}
