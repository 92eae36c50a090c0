import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { ActivityEvent, ChangedCarry, CommentCarry, MessageCarry } from './events.ts'
import { forCustomer } from './present.ts'

interface Of {
  activityId: string
  requestId: string
  customerId: string
}
const operatorRooms = (...ids: ReadonlyArray<string | null>) =>
  [...new Set(ids)].filter((id) => id !== null).map((id) => room.operator(id))
const changed = ({ activityId, requestId, customerId, version }: Of & { version: number }): Push => ({
  to: 'desk',
  rooms: [room.activity(activityId), room.request(requestId), room.customer(customerId)],
  event: 'activity.changed',
  payload: { activityId, requestId, customerId, version },
})
const tasks = (activityId: string, ...operatorIds: ReadonlyArray<string | null>): Push[] => {
  const rooms = operatorRooms(...operatorIds)
  return rooms.length === 0 ? [] : [{ to: 'desk', rooms, event: 'tasks.changed', payload: { activityId } }]
}
const queue = (id: string | null): Push[] => (id === null ? [] : [{ to: 'coalesced', kind: 'queue', id }])

const message = ({ facts, carry, socketId }: { facts: OfMessage; carry: unknown; socketId: string | null }): Push[] => {
  const { message: line, task } = carry as MessageCarry
  const pushes: Push[] = [
    {
      to: 'desk',
      rooms: [room.activity(facts.activityId), ...operatorRooms(facts.operatorId)],
      event: 'message.added',
      payload: { message: line, task },
    },
  ]
  if (facts.visitorId !== null)
    pushes.push({
      to: 'widget',
      rooms: [room.visitor(facts.visitorId)],
      event: 'chat.message',
      payload: { message: forCustomer(line) },
      except: socketId,
    })
  // Nobody has it yet: its row in the queue shows the last line.
  return facts.operatorId === null ? [...pushes, ...queue(facts.queueId)] : pushes
}

type OfMessage = Of & { operatorId: string | null; queueId: string | null; visitorId: string | null }

/** The widget knows a message by its place: the same push brings it again as it is now. */
const messageChanged = ({ facts, carry }: { facts: OfMessage; carry: unknown }): Push[] => {
  const { activityId, operatorId, queueId, visitorId } = facts
  const payload = carry as ChangedCarry
  const rooms = [room.activity(activityId), ...operatorRooms(operatorId)]
  const pushes: Push[] = [{ to: 'desk', rooms, event: 'message.changed', payload }]
  if (visitorId !== null)
    pushes.push({
      to: 'widget',
      rooms: [room.visitor(visitorId)],
      event: 'chat.message',
      payload: { message: forCustomer(payload.message) },
    })
  return operatorId === null ? [...pushes, ...queue(queueId)] : pushes
}

export const activityAudience = {
  'activity.queued': ({ facts }) => [changed(facts), ...queue(facts.queueId)],
  'activity.plannedAgain': ({ facts }) => [changed(facts), ...queue(facts.queueId)],
  'activity.ended': ({ facts }) => [
    changed(facts),
    ...tasks(facts.activityId, facts.operatorId, facts.offeredToId),
    ...(facts.offeredToId === null
      ? []
      : [
          {
            to: 'desk' as const,
            rooms: operatorRooms(facts.offeredToId),
            event: 'offer.ended' as const,
            payload: { activityId: facts.activityId, reason: 'withdrawn' as const },
          },
        ]),
    ...queue(facts.queueId),
  ],
  'activity.resumed': ({ facts }) => [
    changed(facts),
    ...tasks(facts.activityId, facts.operatorId),
    ...queue(facts.queueId),
  ],
  'wrapUp.extended': ({ facts }) => [changed(facts), ...tasks(facts.activityId, facts.operatorId)],
  'wrapUp.ended': ({ facts }) => [
    changed(facts),
    ...tasks(facts.activityId, facts.operatorId),
    ...queue(facts.queueId),
  ],
  'activity.tagged': ({ facts }) => [changed(facts)],
  'activity.moved': ({ facts }) => [changed(facts), ...tasks(facts.activityId, facts.operatorId)],
  'message.received': message,
  'message.sent': message,
  'message.edited': messageChanged,
  'message.deleted': messageChanged,
  'message.marked': ({ facts, socketId }) => {
    const { activityId, marks, unread, operatorId, visitorId } = facts
    const pushes: Push[] = [
      {
        to: 'desk',
        rooms: [room.activity(activityId), ...operatorRooms(operatorId)],
        event: 'marks.changed',
        payload: { activityId, marks, unread },
      },
    ]
    if (visitorId !== null)
      pushes.push({
        to: 'widget',
        rooms: [room.visitor(visitorId)],
        event: 'chat.marks',
        payload: { marks },
        except: socketId,
      })
    return pushes
  },
  // To desks only: there is no widget push that could carry a comment.
  'comment.added': ({ facts, carry }) => [
    {
      to: 'desk',
      rooms: [room.activity(facts.activityId), ...operatorRooms(facts.operatorId)],
      event: 'comment.added',
      payload: { comment: (carry as CommentCarry).comment },
    },
  ],
  'customer.here': ({ facts }) => [
    {
      to: 'desk',
      rooms: [room.activity(facts.activityId), ...operatorRooms(facts.operatorId)],
      event: 'customer.here',
      payload: { activityId: facts.activityId, isHere: facts.isHere },
    },
  ],
} satisfies Audience<ActivityEvent>
