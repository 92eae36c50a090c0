import type { Message } from '@care/contract'
import { whyNotChangeMessage } from '@care/domain'
import { and, desc, eq, gt, isNull, min } from '../../db/drizzle.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { filesById } from '../files/index.ts'
import type { ChangedCarry } from './events.ts'
import { lastLineOf } from './last-line.ts'
import { type MessageRecord, presentMessage } from './present.ts'
import { about, loadVisibleActivity, type ActivityRecord } from './store.ts'

export interface LoadedMessage {
  activity: ActivityRecord
  message: MessageRecord
}

/** A message of an activity that one sees, its thread locked. */
export async function loadMessage(ctx: Ctx, activityId: string, messageId: string): Promise<LoadedMessage> {
  const { activity } = await loadVisibleActivity(ctx, activityId)
  const { messages } = ctx.tx.t
  const [message] = await ctx.tx
    .select()
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.activityId, activityId)))
  if (!message) throw notFound('message')
  return { activity, message }
}

export const isOwn = (ctx: Ctx, { message }: LoadedMessage): boolean =>
  ctx.actor.kind === 'operator' && message.authorKind === 'operator' && message.authorId === ctx.actor.id

/** Refuses what may not be changed any more, with the reason as `problem`. */
export function requireChangeable(ctx: Ctx, { activity, message }: LoadedMessage): void {
  if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
  const author = { kind: message.authorKind, id: message.authorId }
  const problem = whyNotChangeMessage(ctx.actor.id, activity.medium, { ...message, author }, ctx.now)
  if (problem) throw new AppError('NOT_ALLOWED_NOW', 'the message cannot be changed any more', { problem })
}

/** Stores the change, mends the row of the task list, and says it to both sides. */
export async function changeMessage(
  ctx: Ctx,
  { activity, message }: LoadedMessage,
  type: 'message.edited' | 'message.deleted',
  change: Partial<Pick<MessageRecord, 'text' | 'attachmentIds' | 'editedAt' | 'deletedAt'>>,
): Promise<Message> {
  const { messages } = ctx.tx.t
  const [row] = await ctx.tx.update(messages).set(change).where(eq(messages.id, message.id)).returning()
  if (!row) throw notFound('message')
  const changed = presentMessage(row, await filesById(ctx.tx, row.attachmentIds))
  const carry: ChangedCarry = { message: changed, task: await mendTask(ctx, activity, row) }
  const { operatorId, queueId, visitorId } = activity
  const { id: messageId, seq } = row
  ctx.emit(type, { ...about(activity), messageId, seq, operatorId, queueId, visitorId }, carry)
  return changed
}

/** The last line, and since when the customer waits: without its answer his question stands open again (rule 28). */
async function mendTask(ctx: Ctx, activity: ActivityRecord, changed: MessageRecord): Promise<ChangedCarry['task']> {
  const isGone = changed.deletedAt !== null
  if (changed.seq !== activity.messageSeq && !isGone) return null
  const lastLine = await newestLine(ctx, activity.id)
  const waitingSince = isGone ? await unansweredSince(ctx, activity.id) : activity.waitingSince
  const { activities } = ctx.tx.t
  await ctx.tx
    .update(activities)
    .set({
      lastLineText: lastLine?.text ?? '',
      lastLineAuthor: lastLine?.author ?? null,
      lastLineAt: lastLine?.at ?? null,
      waitingSince,
    })
    .where(eq(activities.id, activity.id))
  return { activityId: activity.id, lastLine, waitingSince }
}

async function newestLine(ctx: Ctx, activityId: string) {
  const { messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select()
    .from(messages)
    .where(and(eq(messages.activityId, activityId), isNull(messages.deletedAt)))
    .orderBy(desc(messages.seq))
    .limit(1)
  if (!row) return null
  const files = await filesById(ctx.tx, row.attachmentIds)
  return { text: lastLineOf(row.text, files), author: row.authorKind, at: row.createdAt }
}

async function unansweredSince(ctx: Ctx, activityId: string): Promise<number | null> {
  const { messages } = ctx.tx.t
  const said = and(eq(messages.activityId, activityId), isNull(messages.deletedAt))
  const [answer] = await ctx.tx
    .select({ seq: messages.seq })
    .from(messages)
    .where(and(said, eq(messages.authorKind, 'operator')))
    .orderBy(desc(messages.seq))
    .limit(1)
  const [open] = await ctx.tx
    .select({ at: min(messages.createdAt) })
    .from(messages)
    .where(and(said, eq(messages.authorKind, 'customer'), gt(messages.seq, answer?.seq ?? 0)))
  return open?.at ?? null
}
