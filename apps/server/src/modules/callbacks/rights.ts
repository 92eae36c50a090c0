import { canChangeActivity, canChangeRequest } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findRequest, type LoadedRequest, sees } from '../requests/index.ts'
import { loadCallback, type LoadedCallback } from './store.ts'

export interface Subject {
  loaded: LoadedCallback
  holders: LoadedRequest
}

/** With who has something of its request; what the actor may not see does not exist for him. */
export async function withHolders(ctx: Ctx, loaded: LoadedCallback): Promise<Subject> {
  const holders = await findRequest(ctx.tx, loaded.request.id)
  if (!holders || !sees(ctx.actor, holders)) throw notFound('call back')
  return { loaded, holders }
}

/** In somebody's progress it is his (rule 2), before that of whoever may change its request. */
export const mayChange = (
  actor: Actor,
  {
    loaded: { activity },
    holders: { request, holderIds },
  }: Pick<Subject, 'holders'> & { loaded: Pick<LoadedCallback, 'activity'> },
): boolean =>
  actor.kind === 'operator' &&
  (activity.operatorId === null
    ? canChangeRequest(actor, { ...request, taskOperatorIds: holderIds })
    : canChangeActivity(actor, activity))

/** The call back of a customer's link, locked. One that is over for longer is none: NOT_FOUND says no more than for a forged one. */
export async function byLink(ctx: Ctx, linkHash: string): Promise<LoadedCallback> {
  const { callbacks } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ activityId: callbacks.activityId })
    .from(callbacks)
    .where(eq(callbacks.linkHash, linkHash))
  if (!row) throw notFound('call back')
  const loaded = await loadCallback(ctx, row.activityId)
  if (isLinkOver(loaded.activity, ctx.now)) throw notFound('call back')
  return loaded
}

const linkLivesMs = 24 * 3_600_000
/** A link opens nothing a day after its call back ended. */
export const isLinkOver = ({ endedAt }: { endedAt: number | null }, now: number): boolean =>
  endedAt !== null && endedAt + linkLivesMs <= now
