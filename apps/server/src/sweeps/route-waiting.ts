import { and, asc, eq, exists } from '../db/drizzle.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { routeQueues } from '../modules/routing/index.ts'

/**
 * No waiting task is ever forgotten: a chat that fell quiet has freed a place (rule 17), a decline has been slept over,
 * a job was lost. Events do the same sooner.
 */
export const routeWaiting: Sweep = {
  name: 'route-waiting',
  everyMs: 2_000,
  async find({ store }, _now, limit) {
    const { queues, activities } = store.t
    const waiting = store.read
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.queueId, queues.id), eq(activities.state, 'waiting')))
    const rows = await store.read
      .select({ id: queues.id })
      .from(queues)
      .where(exists(waiting))
      .orderBy(asc(queues.id))
      // One less: the runner looks again at once when it gets all it asked for, and these do not go away.
      .limit(limit - 1)
    return rows.map((row) => row.id)
  },
  handle: async (services, queueId) => void (await routeQueues(services, [queueId])),
}
