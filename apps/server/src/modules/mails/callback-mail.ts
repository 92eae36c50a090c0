import { automaticAnswerProblem, automaticPerAddress } from '@care/domain/mail'
import { and, desc, eq, gte, isNotNull } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { isBlockedEmail } from '../blocked-senders/index.ts'
import { isMailSetUp } from './mailbox.ts'
import { openNotice } from './open-mail.ts'
import { putInOutbox } from './outbox.ts'
import { callbackWords } from './words.ts'

/** Why such a mail is automatic. */
export const callbackMail = 'callback-link'
const mark = /\{callback-link (\w+)\}/u

/** The words of such a mail as they go out: the link comes into them only then, so that no row has its token. */
export const withCallbackLink = (text: string, linkTo: (callbackId: string) => string): string =>
  text.replace(mark, (_, callbackId: string) => linkTo(callbackId))

/**
 * Tells a customer of his call back, with the link by which he moves or cancels it (row K4): an automatic mail with the
 * limits of rule 37, where his address is known and a mailbox sends. Else nothing.
 */
export async function mailCallbackLink(ctx: Ctx, callbackId: string): Promise<void> {
  const found = await dueMail(ctx, callbackId)
  if (!found || !(await isMailSetUp(ctx.tx)) || (await isTooMuch(ctx, found))) return
  const { activity, customer, callback } = found
  const words = callbackWords(customer.language, { at: callback.slotFrom, timeZone: callback.timeZone })
  const { requestId, customerId, queueId, priorityRank, vipRank } = activity
  const opening = { customerId, queueId, priorityRank, vipRank, title: words.subject, source: '' }
  const notice = await openNotice(ctx, { id: requestId }, { ...opening, text: words.text })
  await putInOutbox(ctx, notice.activity, {
    messageId: notice.messageId,
    operatorId: null,
    to: customer.email,
    subject: words.subject,
    isNew: true,
    automatic: callbackMail,
    ownText: `${words.text}\n\n${words.link}\n{callback-link ${callbackId}}`,
  })
}

async function dueMail(ctx: Ctx, callbackId: string) {
  const { activities, callbacks, customers } = ctx.tx.t
  const [row] = await ctx.tx
    .select({
      activity: activities,
      callback: callbacks,
      customer: { email: customers.email, language: customers.language },
    })
    .from(callbacks)
    .innerJoin(activities, eq(activities.id, callbacks.activityId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .where(and(eq(callbacks.activityId, callbackId), isNotNull(callbacks.linkHash)))
  if (!row || row.customer.email === '') return null
  return (await isBlockedEmail(ctx.tx, row.customer.email)) ? null : row
}

/** At most one for a request and day, ten for an address in three hours (rule 37). */
async function isTooMuch(
  ctx: Ctx,
  { activity: { requestId, customerId } }: { activity: { requestId: string; customerId: string } },
): Promise<boolean> {
  const { activities, mails } = ctx.tx.t
  const automatic = (whose: ReturnType<typeof eq>, since: number) =>
    ctx.tx
      .select({ createdAt: mails.createdAt })
      .from(activities)
      .innerJoin(mails, eq(mails.activityId, activities.id))
      .where(and(whose, eq(mails.direction, 'out'), isNotNull(mails.automatic), gte(mails.createdAt, since)))
      .orderBy(desc(mails.createdAt))
      .limit(automaticPerAddress.count)
  const [last] = await automatic(eq(activities.requestId, requestId), 0)
  const recent = await automatic(eq(activities.customerId, customerId), ctx.now - automaticPerAddress.withinMs)
  const asked = { isAutomatic: false, isOwnLoop: false, now: ctx.now }
  return (
    automaticAnswerProblem({
      ...asked,
      lastForRequestAt: last?.createdAt ?? null,
      recentToAddress: recent.length,
    }) !== null
  )
}
