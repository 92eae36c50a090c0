import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Push } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { tellVisitor } from './audience.ts'

/** More than so many are told their place only when they come nearer. */
const toldAtOnce = 100

/** New places of those who wait in a queue; called when the queue has moved, at most a few times a second. */
export async function tellPlaces(services: Services, queueId: string): Promise<Push[]> {
  const { activities } = services.store.t
  const rows = await services.store.read
    .select({ visitorId: activities.visitorId })
    .from(activities)
    .where(and(eq(activities.queueId, queueId), inArray(activities.state, ['waiting', 'offered']), isNotNull(activities.visitorId), eq(activities.medium, 'chat')))
    .orderBy(asc(activities.priorityRank), asc(activities.vipRank), asc(activities.eligibleSince))
    .limit(toldAtOnce)
  return (await Promise.all(rows.map((row) => tellVisitor(services, row.visitorId)))).flat()
}
