import { deskEmits, type LookingEvent, room } from '@care/contract'
import { eq, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import type { Reader } from '../db/store.ts'
import type { Services } from '../kernel/services.ts'
import type { DeskSocket, Doors } from './sockets.ts'

const nameOf = prepared('looking_name', (db: Reader) => {
  const { operators } = db.t
  return db
    .select({ name: operators.name })
    .from(operators)
    .where(eq(operators.id, sql.placeholder('operatorId')))
})

/**
 * An operator has a request open, or writes in it: told to the colleagues who have it open too (row M6). Nothing is kept
 * but, at the socket, which request it is, so that a dropped line says "gone"; who hears no repetition forgets him.
 */
export async function deskLooks({ store }: Services, socket: DeskSocket, payload: unknown): Promise<void> {
  const parsed = deskEmits.looking.safeParse(payload)
  if (!parsed.success) return
  const { requestId } = parsed.data
  // Being in the room says that he may see it.
  if (!socket.rooms.has(room.request(requestId))) return
  const { operatorId } = socket.data
  const before = socket.data.looksAt
  socket.data.looksAt = parsed.data.doing === 'gone' ? null : requestId
  if (before !== null && before !== requestId) tellGone(socket.to(room.request(before)), before, operatorId)
  const [who] = await nameOf(store.read, { operatorId })
  if (!who) return
  socket
    .to(room.request(requestId))
    .volatile.emit('looking', { ...parsed.data, by: { id: operatorId, name: who.name } })
}

/** The line dropped, or the page was closed. */
export function stopsLooking({ desk }: Doors, { data }: DeskSocket): void {
  const { looksAt, operatorId } = data
  if (looksAt !== null) tellGone(desk.to(room.request(looksAt)), looksAt, operatorId)
}

const tellGone = (
  to: { emit: (event: 'looking', payload: LookingEvent) => unknown },
  requestId: string,
  operatorId: string,
): unknown =>
  to.emit('looking', { requestId, activityId: null, doing: 'gone', isNew: false, by: { id: operatorId, name: '' } })
