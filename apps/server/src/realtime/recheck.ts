import { type JoinableRoom, joinableRooms, room } from '@care/contract'
import { AppError } from '../kernel/app-error.ts'
import type { AnyEvent } from '../kernel/event.ts'
import type { Services } from '../kernel/services.ts'
import { operatorOfSession } from '../modules/auth/index.ts'
import { checkRoom } from './rooms.ts'
import type { Doors } from './sockets.ts'
import { describeError } from '../kernel/log.ts'

/** Events after which somebody may see less than before: an owner, a queue or an offer changed. */
const takesRights = new Set<string>([
  'request.edited',
  'request.assigned',
  'request.reopened',
  'activity.ended',
  'activity.moved',
  'offer.declined',
  'offer.missed',
  'offer.withdrawn',
  'task.accepted',
  'task.returned',
  'transfer.declined',
  'transfer.missed',
  'transfer.withdrawn',
])

/** Rooms to look at again after these events. */
export function roomsToRecheck(events: readonly AnyEvent[]): string[] {
  const rooms = new Set<string>()
  for (const event of events) {
    if (!takesRights.has(event.type)) continue
    const { requestId, activityId } = event.facts as { requestId?: string | null; activityId?: string | null }
    if (requestId) rooms.add(room.request(requestId))
    if (activityId) rooms.add(room.activity(activityId))
  }
  return [...rooms]
}

const parse = (name: string): { kind: Exclude<JoinableRoom, 'liveQueues'>; id: string } | null => {
  const [kind, id] = name.split(/:(.*)/s)
  const known = joinableRooms.find((one) => one === kind)
  return known && known !== 'liveQueues' && id ? { kind: known, id } : null
}

/** Puts those out of a room of this process who may no longer see what is told there. */
export async function recheckRooms(services: Services, { desk }: Doors, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const target = parse(name)
    if (!target) continue
    for (const socketId of Array.from(desk.adapter.rooms.get(name) ?? [])) {
      const socket = desk.sockets.get(socketId)
      if (!socket) continue
      try {
        const actor = await operatorOfSession(services, socket.data.sessionId)
        if (!actor) throw new AppError('NOT_SIGNED_IN')
        await checkRoom(services, actor, target.kind, target.id)
      } catch (error) {
        if (error instanceof AppError) await socket.leave(name)
        else services.log.error({ room: target.kind, error: describeError(error) }, 'room could not be checked')
      }
    }
  }
}
