import type { Comment } from '@care/contract'
import { canCloseWith, defaultOutcomeOf } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { restarted, type TypeRecord } from '../requests/index.ts'
import { about, type ActivityRecord, loadActivity } from './store.ts'

/** Why a wrap-up ended: its operator was done, its time was up, its request was closed, its operator signed out. */
export type WrapUpEnd = 'done' | 'time' | 'closed' | 'signedOut'
export interface WrapUpDraft {
  outcome: string | null
  comment: string
}
const nothing: WrapUpDraft = { outcome: null, comment: '' }

export async function wrapUpDraftOf(db: Reader, activityId: string): Promise<WrapUpDraft> {
  const { wrapUpDrafts } = db.t
  const [row] = await db.select().from(wrapUpDrafts).where(eq(wrapUpDrafts.activityId, activityId))
  return row ? { outcome: row.outcome, comment: row.comment } : nothing
}

export async function keepWrapUpDraft(ctx: Ctx, activityId: string, draft: WrapUpDraft): Promise<void> {
  const { wrapUpDrafts } = ctx.tx.t
  await ctx.tx
    .insert(wrapUpDrafts)
    .values({ activityId, ...draft })
    .onConflictDoUpdate({ target: wrapUpDrafts.activityId, set: draft })
}

/** Refused: it is not wrapped up. Says by whom it has been done, where somebody has. */
export const notInWrapUp = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it is not in wrap-up')

/** An outcome that a person may give in this type; INVALID_INPUT otherwise. */
export function refuseUnknownOutcome({ outcomes }: TypeRecord, outcome: string | null): void {
  if (outcome !== null && !canCloseWith(outcomes, outcome, true))
    throw new AppError('INVALID_INPUT', 'no such outcome', { issues: [{ path: 'outcome', message: 'unknown' }] })
}

/**
 * Ends a wrap-up: outcome and comment are recorded, the draft goes, its operator has the task no more. Without a chosen
 * outcome the type's default one is recorded. False when it was over already.
 */
export async function endWrapUp(
  ctx: Ctx,
  activityId: string,
  why: WrapUpEnd,
  given: Partial<WrapUpDraft> = {},
): Promise<boolean> {
  const { activity, request, type } = await loadActivity(ctx, activityId)
  const { operatorId, wrapUpUntil } = activity
  if (activity.state !== 'wrapUp' || operatorId === null || wrapUpUntil === null) return false
  const draft = { ...(await wrapUpDraftOf(ctx.tx, activityId)), ...given }
  const outcome = draft.outcome ?? defaultOutcomeOf(type.outcomes, type.defaultOutcome)
  const { activities, wrapUpDrafts } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ state: 'ended', wrapUpUntil: null, outcome, version: activity.version + 1 })
    .where(and(eq(activities.id, activityId), eq(activities.state, 'wrapUp')))
    .returning({ version: activities.version })
  if (!row) return false
  await ctx.tx.delete(wrapUpDrafts).where(eq(wrapUpDrafts.activityId, activityId))
  if (draft.comment.trim() !== '') {
    await saveComment(ctx, activity, operatorId, draft.comment.trim())
    const { requests } = ctx.tx.t
    await ctx.tx
      .update(requests)
      .set(restarted(type, request, 'comment', ctx.now))
      .where(eq(requests.id, request.id))
  }
  ctx.emit('wrapUp.ended', {
    ...about(activity),
    queueId: activity.queueId,
    operatorId,
    outcome,
    isDefault: draft.outcome === null,
    why,
    until: wrapUpUntil,
    version: row.version,
  })
  return true
}

/** Of whoever wrapped it up, also when the clock has recorded it for him. */
async function saveComment(ctx: Ctx, activity: ActivityRecord, authorId: string, text: string): Promise<void> {
  const { comments, operators } = ctx.tx.t
  const { id: activityId, requestId, customerId } = activity
  const id = ctx.newId()
  await ctx.tx
    .insert(comments)
    .values({ id, activityId, requestId, clientCommentId: id, authorId, text, createdAt: ctx.now })
  const [author] = await ctx.tx.select({ name: operators.name }).from(operators).where(eq(operators.id, authorId))
  const comment: Comment = {
    id,
    activityId,
    requestId,
    clientCommentId: id,
    author: { id: authorId, name: author?.name ?? '' },
    text,
    createdAt: ctx.now,
  }
  ctx.emit('comment.added', { activityId, requestId, customerId, commentId: id, operatorId: authorId }, { comment })
}

/** The customer writes on while it is wrapped up: the talk goes on with its operator, what he had typed is kept. */
export async function leaveWrapUp(ctx: Ctx, activity: ActivityRecord): Promise<ActivityRecord> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ state: 'active', wrapUpUntil: null, endedAt: null, endReason: null, version: activity.version + 1 })
    .where(and(eq(activities.id, activity.id), eq(activities.state, 'wrapUp')))
    .returning()
  if (!row) throw notInWrapUp()
  const { queueId, operatorId, visitorId } = row
  ctx.emit('activity.resumed', { ...about(row), queueId, operatorId, visitorId, version: row.version })
  return row
}
