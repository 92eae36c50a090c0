import { canMoveActivity, whyNotSplit } from '@care/domain'
import { asc, eq } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { forbidden } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import {
  about,
  loadRequest,
  type LoadedRequest,
  openRequest,
  type RequestRecord,
  restarted,
  writeRequest,
} from '../../requests/index.ts'
import type {} from '../events.ts'
import { pairOf } from '../links.ts'
import { moveActivities } from '../../activities/index.ts'
import { mayChange, refused } from '../refuse.ts'

interface SplitInput {
  requestId: string
  activityIds: readonly string[]
  title: string
}

/**
 * Some activities of an open request become a request of their own, of the same kind, owner and priority, linked to where
 * they came from (row J8). Refuses none, all, and a task of a colleague (rule 2).
 */
export const splitRequest = command({
  name: 'split-request',
  action: 'requests.edit',
  load: (ctx, { requestId }: SplitInput) => loadRequest(ctx, requestId),
  allow: ({ actor }, loaded) => mayChange(actor, loaded),
  async run(ctx, loaded, { activityIds, title }) {
    const { request, type } = loaded
    const all = await activitiesOf(ctx, request.id)
    const problem = whyNotSplit({ category: request.category, chosenIds: activityIds, allIds: all.map(({ id }) => id) })
    if (problem) throw refused(problem)
    const chosen = all.filter(({ id }) => activityIds.includes(id))
    requireMovable(ctx, loaded, chosen)
    const made = await openRequest(ctx, {
      customerId: request.customerId,
      title,
      type,
      priority: request.priority,
      queueId: request.queueId,
      assigneeId: chosen.find(({ operatorId }) => operatorId !== null)?.operatorId ?? request.assigneeId,
    })
    const moved = await moveActivities(
      ctx,
      chosen.map(({ id }) => id),
      request,
      made,
    )
    const left = await writeRequest(ctx, request, restarted(type, request, 'activityMoved', ctx.now))
    const linkId = await linkBack(ctx, made, left)
    const facts = {
      fromId: left.id,
      fromNumber: left.number,
      toId: made.id,
      toNumber: made.number,
      activityIds: moved,
      linkId,
    }
    ctx.emit('request.split', { ...about(left), ...facts, version: left.version })
    ctx.emit('request.split', { ...about(made), ...facts, version: made.version })
    return { requestId: made.id }
  },
})

function activitiesOf(ctx: Ctx, requestId: string) {
  const { activities } = ctx.tx.t
  const query = ctx.tx
    .select({ id: activities.id, state: activities.state, operatorId: activities.operatorId })
    .from(activities)
    .where(eq(activities.requestId, requestId))
    .orderBy(asc(activities.id))
  return locked(ctx.tx, query, activities)
}

function requireMovable(
  { actor }: Ctx,
  { request, holderIds }: LoadedRequest,
  chosen: Awaited<ReturnType<typeof activitiesOf>>,
): void {
  if (actor.kind !== 'operator') return
  const access = { ...request, taskOperatorIds: holderIds }
  if (!chosen.every((activity) => canMoveActivity(actor, activity, access)))
    throw forbidden('a task is moved by its operator')
}

async function linkBack(ctx: Ctx, made: RequestRecord, left: RequestRecord): Promise<string> {
  const id = ctx.newId()
  await ctx.tx.insert(ctx.tx.t.requestLinks).values({
    id,
    fromId: made.id,
    toId: left.id,
    pair: pairOf(made.id, left.id),
    kind: 'split',
    madeById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
    madeAt: ctx.now,
  })
  return id
}
