import { eq } from '../db/drizzle.ts'
import type { Store } from '../db/store.ts'

/** A call back and the activity that it is, as they stand. */
export async function callbackRow(store: Store, activityId: string) {
  const { activities, callbacks } = store.t
  const [row] = await store.read
    .select({ activity: activities, callback: callbacks })
    .from(callbacks)
    .innerJoin(activities, eq(activities.id, callbacks.activityId))
    .where(eq(callbacks.activityId, activityId))
  if (!row) throw new Error('no such call back')
  return row
}
