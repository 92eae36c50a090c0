import { deskEmits, room } from '@care/contract'
import type { OperatorActor } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { parsePart } from '../http/parse.ts'
import { operatorOfSession } from '../modules/auth/index.ts'
import { callEndpoint, reply, type SocketParts } from './calls.ts'
import { deskLooks, stopsLooking } from './looking.ts'
import { checkRoom } from './rooms.ts'
import type { DeskSocket, Doors } from './sockets.ts'
import type { Tracker } from './tracker.ts'
import { deskTypes } from './typing.ts'

/** Rooms that one desk may be in; more than any screen shows. */
const mostRooms = 200

async function actorOf(services: Services, socket: DeskSocket): Promise<OperatorActor> {
  const actor = await operatorOfSession(services, socket.data.sessionId)
  if (!actor) throw new AppError('NOT_SIGNED_IN')
  return actor
}

/**
 * What a desk may emit. The functions are shared by all sockets, `this` being the one that emits, so that an idle
 * socket keeps none of its own.
 */
export function listenToDesk(parts: SocketParts, doors: Doors, { track }: Tracker): (socket: DeskSocket) => void {
  const { services, line, liveQueues } = parts
  const answer = (socket: DeskSocket, ack: unknown, work: () => Promise<void>): void =>
    line.run(socket, async () => {
      await reply(services, ack, async () => {
        await work()
        return {}
      })
    })

  function onJoin(this: DeskSocket, payload: unknown, ack: unknown): void {
    answer(this, ack, async () => {
      const { room: kind, id } = parsePart(deskEmits.join, payload)
      if (this.rooms.size >= mostRooms) throw new AppError('NOT_ALLOWED_NOW', 'leave a room before joining another')
      const actor = await actorOf(services, this)
      if (kind === 'liveQueues') return liveQueues.join(this, actor)
      await checkRoom(services, actor, kind, id)
      await this.join(room[kind](id))
    })
  }
  function onLeave(this: DeskSocket, payload: unknown, ack: unknown): void {
    answer(this, ack, async () => {
      const { room: kind, id } = parsePart(deskEmits.leave, payload)
      if (kind === 'liveQueues') await liveQueues.leave(this)
      else await this.leave(room[kind](id))
    })
  }
  function onCall(this: DeskSocket, payload: unknown, ack: unknown): void {
    line.run(this, () =>
      callEndpoint(parts, 'desk', payload, ack, { socketId: this.id, actorOf: () => actorOf(services, this) }),
    )
  }
  function onTyping(this: DeskSocket, payload: unknown): void {
    track(deskTypes(services, doors, this, payload))
  }
  function onLooking(this: DeskSocket, payload: unknown): void {
    track(deskLooks(services, this, payload))
  }
  function onDisconnect(this: DeskSocket): void {
    stopsLooking(doors, this)
  }
  return (socket) => {
    socket.on('join', onJoin)
    socket.on('leave', onLeave)
    socket.on('call', onCall)
    socket.on('typing', onTyping)
    socket.on('looking', onLooking)
    socket.on('disconnect', onDisconnect)
  }
}
