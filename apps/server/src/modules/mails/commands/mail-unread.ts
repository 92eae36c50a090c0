import { unreadMailAfterMs, unreadMailEveryMs } from '@care/domain'
import { automaticPerAddress } from '@care/domain/mail'
import { and, asc, count, desc, eq, gt, gte, isNull, sql } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { loadActivity, oweUnread, type ActivityRecord } from '../../activities/index.ts'
import { addressOf, putInOutbox } from '../outbox.ts'
import { mailWords } from '../words.ts'

/**
 * Mails a customer who has left his chat what was answered there and he has not read: after 10 minutes, at most every 15
 * (rule 38). Does nothing when he is back, has read it, has no address, or has had it by mail. His answer returns to the
 * chat's request.
 */
export const mailUnread = command({
  name: 'mail-unread',
  action: [],
  load: (ctx, { activityId }: { activityId: string }) => loadActivity(ctx, activityId),
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, { activity }) {
    if (activity.medium !== 'chat' || activity.customerIsHere) return
    const last = await lastMailed(ctx, activity.id)
    const waits = last === null ? 0 : last.createdAt + unreadMailEveryMs - ctx.now
    const unread = await unreadAnswers(ctx, activity, last?.seq ?? 0)
    const [first] = unread
    const newest = unread.at(-1)
    // What was said a moment ago has a job of its own.
    if (!first || !newest || first.createdAt + unreadMailAfterMs > ctx.now) return
    if (waits > 0) return oweUnread(ctx, activity.id, waits)
    const to = await addressOf(ctx, activity.id)
    if (to === null || (await hadTooMany(ctx, to.to))) return
    const { unread: above, answer } = mailWords(await languageOf(ctx, activity.customerId))
    await putInOutbox(ctx, activity, {
      ...to,
      messageId: newest.id,
      operatorId: newest.authorId,
      isNew: false,
      unreadText: [above, ...unread.map(({ text, authorName }) => `${authorName}:\n${text}`), answer].join('\n\n'),
    })
  },
})

const mostMessages = 50

async function lastMailed(ctx: Ctx, activityId: string): Promise<{ createdAt: number; seq: number } | null> {
  const { mails, messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ createdAt: mails.createdAt, seq: messages.seq })
    .from(mails)
    .innerJoin(messages, eq(messages.id, mails.messageId))
    .where(and(eq(mails.activityId, activityId), eq(mails.isUnreadChat, true)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1)
  return row ?? null
}

async function unreadAnswers(ctx: Ctx, { id, customerRead }: ActivityRecord, mailedTo: number) {
  const { messages } = ctx.tx.t
  return ctx.tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.activityId, id),
        gt(messages.seq, Math.max(customerRead, mailedTo)),
        eq(messages.authorKind, 'operator'),
        isNull(messages.deletedAt),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(mostMessages)
}

/** An address that gets so many within hours may be one that answers by itself (rule 37). */
async function hadTooMany(ctx: Ctx, address: string): Promise<boolean> {
  const { mails } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ count: count() })
    .from(mails)
    .where(
      and(
        eq(mails.toAddress, address),
        gte(mails.createdAt, ctx.now - automaticPerAddress.withinMs),
        // As the index is written.
        sql`${mails.isUnreadChat}`,
      ),
    )
  return (row?.count ?? 0) >= automaticPerAddress.count
}

async function languageOf(ctx: Ctx, customerId: string): Promise<string | null> {
  const { customers } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ language: customers.language })
    .from(customers)
    .where(eq(customers.id, customerId))
  return row?.language ?? null
}
