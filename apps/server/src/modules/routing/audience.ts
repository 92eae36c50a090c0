import { room } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import type { RoutingEvent } from './events.ts'
import { presenceOf } from './queries/presence-of.ts'

interface Of {
  activityId: string
  requestId: string
  customerId: string
  operatorId: string
  queueId: string | null
  groupId?: string | undefined
}
const tasks = ({ operatorId, activityId }: Of): Push => ({
  to: 'desk',
  rooms: [room.operator(operatorId)],
  event: 'tasks.changed',
  payload: { activityId },
})
/** Its queue has moved, and the line of the group that it waits for: members of a group sit in a room as those of a queue do. */
const queue = ({ queueId, groupId }: Pick<Of, 'queueId' | 'groupId'>): Push[] =>
  [queueId, groupId].flatMap((id) => (typeof id === 'string' ? [{ to: 'coalesced', kind: 'queue', id }] : []))
const changed = ({
  activityId,
  requestId,
  customerId,
  version,
}: Omit<Of, 'operatorId'> & { version: number }): Push => ({
  to: 'desk',
  rooms: [room.activity(activityId), room.request(requestId), room.customer(customerId)],
  event: 'activity.changed',
  payload: { activityId, requestId, customerId, version },
})
/** All tabs of the operator stop ringing. */
const ended = (facts: Of, reason: 'accepted' | 'declined' | 'missed' | 'withdrawn'): Push => ({
  to: 'desk',
  rooms: [room.operator(facts.operatorId)],
  event: 'offer.ended',
  payload: { activityId: facts.activityId, reason },
})

type Transfer = Of & { toId: string; version: number }
/** Both of them, and whoever has it on the screen. */
const handedOver = (facts: Transfer): Push[] => [
  changed(facts),
  tasks(facts),
  tasks({ ...facts, operatorId: facts.toId }),
]
const unanswered =
  (reason: 'declined' | 'missed' | 'withdrawn') =>
  async ({ facts }: { facts: Transfer }, { store }: Services): Promise<Push[]> => {
    const { operators } = store.t
    const [to] = await store.read
      .select({ id: operators.id, name: operators.name })
      .from(operators)
      .where(eq(operators.id, facts.toId))
    const rooms = [room.operator(facts.toId), room.operator(facts.operatorId)]
    const payload = { activityId: facts.activityId, to: to ?? { id: facts.toId, name: '' }, reason }
    return [{ to: 'desk', rooms, event: 'transfer.ended', payload }, ...handedOver(facts)]
  }

export const routingAudience = {
  'offer.made': ({ facts }) => [
    {
      to: 'desk',
      rooms: [room.operator(facts.operatorId)],
      event: 'offer.made',
      payload: { activityId: facts.activityId, expiresAt: facts.expiresAt },
    },
    tasks(facts),
    ...queue(facts),
  ],
  'offer.declined': ({ facts }) => [ended(facts, 'declined'), tasks(facts), ...queue(facts)],
  'offer.missed': ({ facts }) => [ended(facts, 'missed'), tasks(facts), ...queue(facts)],
  'offer.withdrawn': ({ facts }) => [ended(facts, 'withdrawn'), tasks(facts), ...queue(facts)],
  'task.accepted': ({ facts }) => [ended(facts, 'accepted'), changed(facts), tasks(facts), ...queue(facts)],
  'task.returned': ({ facts }) => [changed(facts), tasks(facts), ...queue(facts)],
  'task.transferred': ({ facts }) => queue({ ...facts, queueId: facts.fromQueueId }),
  'task.groupOver': ({ facts }) => [changed(facts), ...queue(facts)],
  'task.overflowed': ({ facts }) => [changed(facts), ...queue(facts), ...queue({ queueId: facts.fromQueueId })],
  'transfer.offered': ({ facts }) => [
    {
      to: 'desk',
      rooms: [room.operator(facts.toId)],
      event: 'offer.made',
      payload: { activityId: facts.activityId, expiresAt: facts.expiresAt },
    },
    ...handedOver(facts),
  ],
  'transfer.consulting': ({ facts }) => [ended({ ...facts, operatorId: facts.toId }, 'accepted'), ...handedOver(facts)],
  'transfer.accepted': ({ facts }) => [...handedOver(facts)],
  'transfer.declined': unanswered('declined'),
  'transfer.missed': unanswered('missed'),
  'transfer.withdrawn': unanswered('withdrawn'),
  // The live queues show it by themselves; the notifications say it.
  'queue.late': () => [],
  'queue.inTime': () => [],
  'presence.setByOther': ({ facts: { operatorId, by, shown } }) => [
    { to: 'desk', rooms: [room.operator(operatorId)], event: 'presence.setByOther', payload: { by, shown } },
  ],
  'presence.changed': async ({ facts }, { store, clock }) => [
    {
      to: 'desk',
      rooms: [room.desk()],
      event: 'presence.changed',
      payload: await presenceOf(store.read, facts.operatorId, clock.now()),
    },
  ],
} satisfies Audience<RoutingEvent>
