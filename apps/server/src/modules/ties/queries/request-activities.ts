import type { RequestActivity } from '@care/contract'
import { canMoveActivity, limits } from '@care/domain'
import { desc, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findRequest, sees } from '../../requests/index.ts'

/** The latest activities of a request, as many as can be split off at once. */
export async function requestActivities(
  db: Reader,
  viewer: OperatorActor,
  requestId: string,
): Promise<{ items: RequestActivity[] }> {
  const loaded = await findRequest(db, requestId)
  if (!loaded || !sees(viewer, loaded)) throw notFound('request')
  const { request, holderIds } = loaded
  const { activities, operators } = db.t
  const rows = await db
    .select({
      id: activities.id,
      medium: activities.medium,
      state: activities.state,
      title: activities.title,
      startedAt: activities.startedAt,
      operatorId: activities.operatorId,
      operatorName: operators.name,
    })
    .from(activities)
    .leftJoin(operators, eq(operators.id, activities.operatorId))
    .where(eq(activities.requestId, requestId))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(limits.splitActivities)
  return {
    items: rows.map(({ operatorId, operatorName, state, ...row }) => ({
      ...row,
      operator: operatorId !== null && operatorName !== null ? { id: operatorId, name: operatorName } : null,
      canMove:
        request.category !== 'closed' &&
        canMoveActivity(viewer, { operatorId, state }, { ...request, taskOperatorIds: holderIds }),
    })),
  }
}
