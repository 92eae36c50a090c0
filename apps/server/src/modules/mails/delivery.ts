import type { DeliveryState } from '@care/domain'
import { readOwnMessageId, readPlusAddress, type DeliveryReport, type IsRight } from '@care/domain/mail'
import { and, desc, eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, findActivity } from '../activities/index.ts'
import type { MailRecord } from './outbox.ts'

/** What is worse is not made good by what comes later: a mail that failed for one of its receivers has failed. */
const weight: Record<DeliveryState, number> = { delivered: 1, delayed: 2, failed: 3 }

/**
 * Puts a delivery report to the mail that it is about (rule 36); false when it is about none of ours. Found by the id in
 * the report, or by the signed address that it was sent back to.
 */
export async function noteDelivery(
  ctx: Ctx,
  report: DeliveryReport,
  recipients: readonly string[],
  isRight: IsRight,
): Promise<boolean> {
  const mail = await reported(ctx, report, recipients, isRight)
  if (!mail) return false
  const [worst] = report.recipients
    .map(({ address, action, status }) => ({ address, status, state: stateOf(action) }))
    .toSorted((a, b) => weight[b.state] - weight[a.state])
  const state = worst?.state ?? 'failed'
  if (mail.delivery !== null && weight[mail.delivery] > weight[state]) return true
  const { mails } = ctx.tx.t
  const note = [worst?.address ?? mail.toAddress, worst?.status ?? ''].filter((part) => part !== '').join(' ')
  await ctx.tx.update(mails).set({ delivery: state, deliveryNote: note }).where(eq(mails.id, mail.id))
  const loaded = await findActivity(ctx.tx, mail.activityId)
  if (!loaded) return true
  const { operatorId, version } = loaded.activity
  const { id: mailId, messageId } = mail
  ctx.emit('mail.reported', { ...about(loaded.activity), mailId, messageId, operatorId, version, state })
  return true
}

const stateOf = (action: string): DeliveryState =>
  action === 'failed' ? 'failed' : action === 'delayed' ? 'delayed' : 'delivered'

async function reported(
  ctx: Ctx,
  { originalMessageId }: DeliveryReport,
  recipients: readonly string[],
  isRight: IsRight,
): Promise<MailRecord | null> {
  const { mails } = ctx.tx.t
  const isOut = eq(mails.direction, 'out')
  if (originalMessageId !== null) {
    const [row] = await ctx.tx
      .select()
      .from(mails)
      .where(and(eq(mails.internetId, originalMessageId), isOut))
      .limit(1)
    if (row) return row
  }
  // The report has lost the mail, but was sent to an address that only that mail bore.
  const signed = [...recipients.map(readPlusAddress), readOwnMessageId(originalMessageId ?? '')]
  for (const one of signed) {
    if (one === null || !isRight(one)) continue
    const [row] = await ctx.tx
      .select()
      .from(mails)
      .where(and(eq(mails.activityId, one.id), isOut))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(1)
    if (row) return row
  }
  return null
}
