import { deskEmits, room } from '@care/contract'
import { AppError } from '../kernel/app-error.ts'
import { system } from '../kernel/actor.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { refuseForeignOrigin } from '../http/origin.ts'
import { parsePart } from '../http/parse.ts'
import { operatorOfSession, operatorOfToken, tokenOf } from '../modules/auth/index.ts'
import { connectOperator, disconnectOperator } from '../modules/routing/index.ts'
import { callEndpoint, type CallParts, createLine, reply } from './calls.ts'
import { admit } from './admit.ts'
import { checkRoom, ownRooms } from './rooms.ts'
import type { DeskSocket, Doors } from './sockets.ts'
import { deskTypes } from './typing.ts'

/** Rooms on demand that one desk may be in; more than any screen shows. */
const mostRooms = 200

/** The operators' namespace: who may connect, which rooms, what they may emit. */
export function openDesk(parts: CallParts, doors: Doors, processId: string) {
  const { services } = parts
  const inLine = createLine()
  const busy = new Set<Promise<void>>()
  const track = (work: Promise<void>): void => {
    const done = work.catch((error: unknown) => services.log.error({ error: String(error) }, 'desk socket'))
    busy.add(done)
    void done.finally(() => busy.delete(done))
  }

  async function actorOf(socket: DeskSocket): Promise<OperatorActor> {
    const actor = await operatorOfSession(services, socket.data.sessionId)
    if (!actor) throw new AppError('NOT_SIGNED_IN')
    return actor
  }
  /** Also when the process was taken for dead: the operator is here. */
  async function connect(socket: DeskSocket): Promise<void> {
    // Asked again: the session may have ended between the handshake and now.
    const actor = await operatorOfSession(services, socket.data.sessionId)
    if (!actor) return void socket.disconnect(true)
    await services.execute(connectOperator, actor, { operatorId: actor.id, connectionId: socket.id, processId })
  }

  doors.desk.use(
    admit(services, async (socket) => {
      refuseForeignOrigin(socket.request, services.config, 'signedIn')
      const token = tokenOf(socket.request)
      const found = token === undefined ? null : await operatorOfToken(services, token)
      if (!found) throw new AppError('NOT_SIGNED_IN')
      socket.data = { operatorId: found.actor.id, sessionId: found.actor.sessionId, typedAt: 0 }
      // Before the client hears that it is connected, so that what it fetches then misses no push.
      await socket.join(ownRooms(found.actor))
    }),
  )
  doors.desk.on('connection', (socket: DeskSocket) => {
    const connected = connect(socket)
    track(connected)
    socket.on('join', onJoin)
    socket.on('leave', onLeave)
    socket.on('call', onCall)
    socket.on('typing', onTyping)
    socket.on('disconnect', () => {
      const { operatorId } = socket.data
      const gone = () =>
        services.execute(disconnectOperator, system, { operatorId, connectionId: socket.id }).then(() => {})
      track(connected.then(gone, gone))
    })
  })

  // Shared by all sockets: `this` is the socket, so that an idle one keeps no functions of its own.
  function onJoin(this: DeskSocket, payload: unknown, ack: unknown): void {
    inLine(this, async () => {
      await reply(services, ack, async () => {
        const { room: kind, id } = parsePart(deskEmits.join, payload)
        if (this.rooms.size > mostRooms) throw new AppError('NOT_ALLOWED_NOW', 'leave a room before joining another')
        await checkRoom(services, await actorOf(this), kind, id)
        await this.join(room[kind](id))
        return {}
      })
    })
  }
  function onLeave(this: DeskSocket, payload: unknown, ack: unknown): void {
    inLine(this, async () => {
      await reply(services, ack, async () => {
        const { room: kind, id } = parsePart(deskEmits.leave, payload)
        await this.leave(room[kind](id))
        return {}
      })
    })
  }
  function onCall(this: DeskSocket, payload: unknown, ack: unknown): void {
    inLine(this, () => callEndpoint(parts, 'desk', payload, ack, () => actorOf(this)))
  }
  function onTyping(this: DeskSocket, payload: unknown): void {
    track(deskTypes(services, doors, this, payload))
  }

  return {
    /** Says of every open socket that its operator is here; after this process was taken for dead. */
    announce: (): void => {
      for (const socket of doors.desk.sockets.values()) track(connect(socket))
    },
    idle: async (): Promise<void> => {
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}
