import type { Ref } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

/** Who has the task in progress or is offered it now; null when it waits for nobody in particular. */
export async function holderOf(db: Reader, activityId: string): Promise<Ref | null> {
  const { activities, operators } = db.t
  const [task] = await db
    .select({ operatorId: activities.operatorId, offeredToId: activities.offeredToId })
    .from(activities)
    .where(eq(activities.id, activityId))
  const id = task?.operatorId ?? task?.offeredToId ?? null
  if (id === null) return null
  const [operator] = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(eq(operators.id, id))
  return operator ?? null
}
