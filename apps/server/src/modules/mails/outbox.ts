import { cutText, limits, mailHoldMs, type MailState } from '@care/domain'
import { normalSubject } from '@care/domain/mail'
import { and, desc, eq, isNull, or } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord } from '../activities/index.ts'
import type {} from './events.ts'

export type MailRecord = Reader['t']['mails']['$inferSelect']
/** A mail of the outbox. */
export type OutgoingRecord = MailRecord & { state: MailState }
export const isOutgoing = (mail: MailRecord): mail is OutgoingRecord => mail.state !== 'received'
type Activity = Pick<ActivityRecord, 'id' | 'requestId' | 'customerId' | 'operatorId' | 'version'>

/** What a mail has beside its first receiver and subject. */
type Letter = Partial<
  Pick<
    MailRecord,
    'alsoTo' | 'cc' | 'bcc' | 'html' | 'inlineFiles' | 'quotedText' | 'quotedHtml' | 'automatic' | 'ownText'
  >
>
interface Outgoing extends Letter {
  messageId: string
  operatorId: string | null
  to: string
  subject: string
  isNew: boolean
  /** Its words where they are not those of the message alone: what stands unread in a chat. */
  unreadText?: string
}

/** Puts a message into the outbox, once; null when it is there already. */
export async function putInOutbox(ctx: Ctx, activity: Activity, outgoing: Outgoing): Promise<MailRecord | null> {
  const { messageId, operatorId, to, subject, isNew, unreadText, ...letter } = outgoing
  const { mails } = ctx.tx.t
  const [mail] = await ctx.tx
    .insert(mails)
    .values({
      id: ctx.newId(),
      messageId,
      activityId: activity.id,
      operatorId,
      toAddress: to,
      ...letter,
      subject,
      ...(unreadText !== undefined && { isUnreadChat: true, ownText: unreadText }),
      state: 'waiting',
      createdAt: ctx.now,
      sendAfter: ctx.now + mailHoldMs,
      tries: 0,
    })
    .onConflictDoNothing({ target: mails.messageId })
    .returning()
  if (!mail) return null
  const { operatorId: ownerId, version } = activity
  ctx.emit('mail.queued', { ...about(activity), mailId: mail.id, messageId, operatorId: ownerId, version, isNew })
  return mail
}

/**
 * To whom and about what the next mail of an activity goes: as the one before, back to who wrote, else to the customer.
 * Never to those whom something was forwarded to.
 */
export async function addressOf(ctx: Ctx, activityId: string): Promise<{ to: string; subject: string } | null> {
  const { mails, activities, customers, requests } = ctx.tx.t
  const isNoForward = and(eq(mails.quotedText, ''), isNull(mails.quotedHtml))
  const [last] = await ctx.tx
    .select({ direction: mails.direction, from: mails.fromAddress, to: mails.toAddress, subject: mails.subject })
    .from(mails)
    .where(and(eq(mails.activityId, activityId), isNull(mails.automatic), or(eq(mails.direction, 'in'), isNoForward)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1)
  if (last?.direction === 'out') return last
  if (last) return { to: last.from, subject: cutText(`Re: ${normalSubject(last.subject)}`, limits.requestTitle) }
  const [row] = await ctx.tx
    .select({ to: customers.email, number: requests.number, title: requests.title })
    .from(activities)
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .where(eq(activities.id, activityId))
  return row?.to ? { to: row.to, subject: `${row.title} [REQ-${row.number}]` } : null
}

/** The open mail activity that this operator has in a request; the next answer belongs to it. */
export async function openMailOf(ctx: Ctx, requestId: string, operatorId: string): Promise<ActivityRecord | null> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.requestId, requestId),
        eq(activities.medium, 'email'),
        eq(activities.state, 'active'),
        eq(activities.operatorId, operatorId),
      ),
    )
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(1)
  return row ?? null
}
