import { room } from '@care/contract'
import { and, eq, ne, or } from '../../db/drizzle.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import type { RequestEvent } from './events.ts'

interface Changed {
  requestId: string
  customerId: string
  version: number
}

/** Whoever has it on the screen: the request's and the customer's rooms. */
const changed = ({ requestId, customerId, version }: Changed): Push => ({
  to: 'desk',
  rooms: [room.request(requestId), room.customer(customerId)],
  event: 'request.changed',
  payload: { requestId, customerId, version },
})

/** Their lists of what is put aside. */
const snoozedLists = (ids: ReadonlyArray<string | null>): Push[] =>
  ids.flatMap((id): Push[] =>
    id === null ? [] : [{ to: 'desk', rooms: [room.operator(id)], event: 'snoozed.changed', payload: {} }],
  )

/** The rows of Tasks in progress show title, stage and priority of the request. */
export async function requestPushes({ facts }: { facts: Changed }, { store }: Services): Promise<Push[]> {
  const { activities } = store.t
  const open = await store.read
    .select({
      id: activities.id,
      operatorId: activities.operatorId,
      offeredToId: activities.offeredToId,
      transferToId: activities.transferToId,
      queueId: activities.queueId,
    })
    .from(activities)
    .where(and(eq(activities.requestId, facts.requestId), or(ne(activities.state, 'ended'))))
  const pushes = open.flatMap((task): Push[] => {
    const rooms = [task.operatorId, task.offeredToId, task.transferToId]
      .filter((id) => id !== null)
      .map((id) => room.operator(id))
    if (rooms.length > 0) return [{ to: 'desk', rooms, event: 'tasks.changed', payload: { activityId: task.id } }]
    return task.queueId === null ? [] : [{ to: 'coalesced', kind: 'queue', id: task.queueId }]
  })
  return [changed(facts), ...pushes]
}

/** Followers are no edit and the version stays: it is fetched whatever version is there. */
const followers = ({ facts: { requestId, customerId } }: { facts: Omit<Changed, 'version'> }): Push[] => [
  {
    to: 'desk',
    rooms: [room.request(requestId)],
    event: 'request.changed',
    payload: { requestId, customerId, version: Number.MAX_SAFE_INTEGER },
  },
]

export const requestAudience = {
  'request.created': ({ facts }) => [changed(facts)],
  'request.edited': async (event, services) => {
    // The queue that it left is one row shorter.
    const left = event.facts.fields.queueId?.from
    const pushes = await requestPushes(event, services)
    return typeof left === 'string' ? [...pushes, { to: 'coalesced', kind: 'queue', id: left }] : pushes
  },
  'request.stageMoved': requestPushes,
  'request.typeChanged': requestPushes,
  'request.followed': followers,
  'request.unfollowed': followers,
  'request.assigned': async (event, services) => {
    // Old and new assignee together, so that the one who loses it sees it leave.
    const rooms = [event.facts.from, event.facts.to].filter((id) => id !== null).map((id) => room.operator(id))
    const { requestId, customerId, version } = event.facts
    const payload = { requestId, customerId, version }
    return [
      ...(await requestPushes(event, services)),
      ...(rooms.length > 0 ? [{ to: 'desk' as const, rooms, event: 'request.changed' as const, payload }] : []),
    ]
  },
  'request.closed': ({ facts }) => [changed(facts)],
  'request.reopened': ({ facts }) => [changed(facts)],
  'request.keptOpen': ({ facts }) => [changed(facts)],
  'request.snoozed': async (event, services) => [
    ...(await requestPushes(event, services)),
    ...snoozedLists([event.actor.id]),
  ],
  // Whoever put it aside is reminded, and whoever is in charge of it.
  'request.woke': async (event, services) => {
    const { facts } = event
    const ids = [...new Set([facts.snoozedById, facts.assigneeId])]
    const reminder: Push[] = ids
      .filter((id) => id !== null && facts.why !== 'byHand')
      .map((id) => ({
        to: 'desk',
        rooms: [room.operator(id ?? '')],
        event: 'snooze.over',
        payload: {
          requestId: facts.requestId,
          customerId: facts.customerId,
          why: facts.why === 'answer' ? 'answer' : 'time',
        },
      }))
    return [...(await requestPushes(event, services)), ...snoozedLists(ids), ...reminder]
  },
} satisfies Audience<RequestEvent>
