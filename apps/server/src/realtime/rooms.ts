import { type JoinableRoom, room } from '@care/contract'
import { eq } from '../db/drizzle.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { forbidden, notFound } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { visibleActivity } from '../modules/activities/index.ts'
import { findRequest, sees } from '../modules/requests/index.ts'

/** Everybody who may see all queues, also those that are made later. */
export const allQueues = 'queues'

/** The rooms that the server itself puts a desk into. */
export const ownRooms = (actor: OperatorActor, groupIds: Iterable<string>): string[] => [
  room.desk(),
  room.operator(actor.id),
  room.session(actor.sessionId),
  // What waits for a group is a line of its own, which is told of like a queue.
  ...(actor.permissions.has('queues.view') ? [...actor.queueIds, ...groupIds].map((id) => room.queue(id)) : []),
  ...(actor.permissions.has('settings.channels') ? [room.channels()] : []),
  ...(actor.permissions.has('requests.viewAll') ? [allQueues] : []),
]

/** Checks a join like a read of the same object: NOT_FOUND when he may not see it. */
export async function checkRoom(
  services: Services,
  actor: OperatorActor,
  kind: Exclude<JoinableRoom, 'liveQueues'>,
  id: string,
): Promise<void> {
  const needed = kind === 'customer' ? 'customers.view' : 'requests.view'
  if (!actor.permissions.has(needed)) throw forbidden(`needs the permission ${needed}`)
  if (kind === 'activity') return void (await visibleActivity(services, actor, id))
  if (kind === 'request') {
    const found = await findRequest(services.store.read, id)
    if (!found || !sees(actor, found)) throw notFound('request')
    return
  }
  const { customers } = services.store.t
  const [customer] = await services.store.read.select({ id: customers.id }).from(customers).where(eq(customers.id, id))
  if (!customer) throw notFound('customer')
}
