import type { NewReply } from '@care/contract'
import { and, asc, eq, gt, isNull, ne } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findSent } from './messages.ts'
import { presentMessage } from './present.ts'
import type { ThreadActivity } from './store.ts'

const mostTold = 5

/**
 * Refuses a reply that was begun before a colleague answered (row M6), with what he said. What the customer adds does
 * not ask: it stands before the writer's eyes. Costs nothing while the thread stands where the writer saw it.
 */
export async function refuseIfAnswered(
  ctx: Ctx,
  activity: ThreadActivity,
  reply: Pick<NewReply, 'seenSeq' | 'clientMessageId'>,
): Promise<void> {
  const { seenSeq, clientMessageId } = reply
  if (seenSeq === undefined || activity.messageSeq <= seenSeq || ctx.actor.kind !== 'operator') return
  const { messages } = ctx.tx.t
  const later = await ctx.tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.activityId, activity.id),
        gt(messages.seq, seenSeq),
        eq(messages.authorKind, 'operator'),
        ne(messages.authorId, ctx.actor.id),
        isNull(messages.deletedAt),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(mostTold)
  // A repeated send is the message that stands already, whatever was said after it.
  if (later.length === 0 || (await findSent(ctx, activity.id, clientMessageId))) return
  throw new AppError('THREAD_MOVED_ON', 'a colleague answered meanwhile', {
    messages: later.map((row) => presentMessage(row, [])),
  })
}
