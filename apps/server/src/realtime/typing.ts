import { room, deskEmits, widgetEmits } from '@care/contract'
import { and, desc, eq, ne, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import type { Reader } from '../db/store.ts'
import type { Services } from '../kernel/services.ts'
import type { DeskSocket, Doors, WidgetSocket } from './sockets.ts'

/** A keyboard makes a sign every few seconds; what comes faster is dropped. */
const pauseMs = 300

const taskOf = prepared('typing_task', (db: Reader) => {
  const { activities, operators } = db.t
  return db
    .select({ visitorId: activities.visitorId, operatorId: activities.operatorId, name: operators.name })
    .from(activities)
    .innerJoin(operators, eq(operators.id, sql.placeholder('operatorId')))
    .where(eq(activities.id, sql.placeholder('activityId')))
})
const chatOf = prepared('typing_chat', (db: Reader) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id, operatorId: activities.operatorId, customerId: activities.customerId })
    .from(activities)
    .where(
      and(
        eq(activities.visitorId, sql.placeholder('visitorId')),
        eq(activities.medium, 'chat'),
        ne(activities.state, 'ended'),
      ),
    )
    .orderBy(desc(activities.startedAt))
    .limit(1)
})

/** "Stopped" is always told, or the sign would stay; "types" only so often. */
function isTooSoon(data: { typedAt: number }, isTyping: boolean, now: number): boolean {
  if (isTyping && now - data.typedAt < pauseMs) return true
  data.typedAt = isTyping ? now : 0
  return false
}

/** An operator types: colleagues in the activity see it, the customer only when it is the one he talks with. */
export async function deskTypes(
  { store, clock }: Services,
  { widget }: Doors,
  socket: DeskSocket,
  payload: unknown,
): Promise<void> {
  const parsed = deskEmits.typing.safeParse(payload)
  if (!parsed.success) return
  const { activityId, isTyping } = parsed.data
  // Being in the room says that he may see it.
  if (!socket.rooms.has(room.activity(activityId)) || isTooSoon(socket.data, isTyping, clock.now())) return
  const { operatorId } = socket.data
  const [task] = await taskOf(store.read, { activityId, operatorId })
  if (!task) return
  const { name } = task
  socket
    .to(room.activity(activityId))
    .volatile.emit('typing', { activityId, isTyping, by: { kind: 'operator', id: operatorId, name } })
  if (task.visitorId !== null && task.operatorId === operatorId)
    widget.to(room.visitor(task.visitorId)).volatile.emit('chat.typing', { isTyping, name })
}

/** A customer types: his operator and whoever watches the activity see it. */
export async function visitorTypes(
  { store, clock }: Services,
  { desk }: Doors,
  socket: WidgetSocket,
  payload: unknown,
): Promise<void> {
  const parsed = widgetEmits.typing.safeParse(payload)
  if (!parsed.success || isTooSoon(socket.data, parsed.data.isTyping, clock.now())) return
  const { isTyping } = parsed.data
  const [chat] = await chatOf(store.read, { visitorId: socket.data.visitorId })
  if (!chat) return
  const rooms = [room.activity(chat.id), ...(chat.operatorId === null ? [] : [room.operator(chat.operatorId)])]
  desk
    .to(rooms)
    .volatile.emit('typing', { activityId: chat.id, isTyping, by: { kind: 'customer', id: chat.customerId, name: '' } })
}
