import type { BeginMail } from '@care/contract'
import { canChangeRequest, priorityRank, vipRank } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, forbidden, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about } from '../../activities/index.ts'
import { resolveCustomerId } from '../../customers/index.ts'
import { findRequest, type LoadedRequest, openRequest, sees, takeUpRequest, typeById } from '../../requests/index.ts'
import { mailboxOf, sendingMailboxes, addressOfMailbox } from '../mailbox.ts'
import { openMail } from '../open-mail.ts'

interface Input extends BeginMail {
  customerId: string
}

/**
 * Begins a mail to a customer who need not have written before (row E3): a mail activity in progress with its writer, in
 * one of the customer's open requests or in a new one of his own; the letter itself is `send-mail`. Begun twice and not
 * yet written, it is the same. Refuses with NOT_ALLOWED_NOW (`problem`) in a closed request and where no mailbox sends.
 */
export const beginMail = command({
  name: 'begin-mail',
  action: 'tasks.handle',
  async load(ctx, { customerId, requestId }: Input) {
    const id = await resolveCustomerId(ctx.tx, customerId, true)
    if (id === null) throw notFound('customer')
    if (requestId === undefined) return { customerId: id, into: null }
    const into = await findRequest(ctx.tx, requestId, true)
    if (!into || !sees(ctx.actor, into) || into.request.customerId !== id) throw notFound('request')
    return { customerId: id, into }
  },
  allow: ({ actor }, { into }) =>
    actor.kind === 'operator' &&
    (into === null
      ? actor.permissions.has('requests.create')
      : canChangeRequest(actor, { ...into.request, taskOperatorIds: into.holderIds })),
  async run(ctx, { customerId, into }, { subject, channelId }) {
    if (ctx.actor.kind !== 'operator') throw forbidden('only operators write mails')
    const operatorId = ctx.actor.id
    if (into?.request.category === 'closed')
      throw new AppError('NOT_ALLOWED_NOW', 'the request is closed', { problem: 'REQUEST_CLOSED' })
    const sending = await sendingMailboxes(ctx.tx, ctx.actor.queueIds)
    const ofQueue = into && sending.find(({ queueId }) => queueId !== null && queueId === into.request.queueId)
    const channel = channelId === undefined ? (ofQueue ?? sending[0]) : sending.find(({ id }) => id === channelId)
    if (!channel) throw new AppError('NOT_ALLOWED_NOW', 'no such mailbox sends', { problem: 'NO_MAILBOX' })
    const known = into && (await unwritten(ctx, into.request.id, operatorId))
    if (known) return { activityId: known }
    const box = await mailboxOf(ctx.tx, channel)
    const { request, type } = into ?? (await newRequest(ctx, { customerId, title: subject, operatorId, ...box }))
    const { activity } = await openMail(
      ctx,
      { request, type },
      {
        customerId,
        queueId: request.queueId ?? box.queueId,
        priorityRank: priorityRank(request.priority),
        vipRank: vipRank(await isVip(ctx, customerId)),
        // It goes out from there, also when nothing came in.
        source: addressOfMailbox(channel),
        title: subject,
        operatorId,
      },
    )
    ctx.emit('mail.begun', { ...about(activity), operatorId, version: activity.version })
    await takeUpRequest(ctx, request.id, operatorId)
    return { activityId: activity.id }
  },
})

interface NewRequestOfMail {
  customerId: string
  title: string
  operatorId: string
  queueId: string
  typeId: string
  locationId: string | null
}

async function newRequest(
  ctx: Ctx,
  { customerId, title, operatorId, queueId, typeId, locationId }: NewRequestOfMail,
): Promise<Pick<LoadedRequest, 'request' | 'type'>> {
  const type = await typeById(ctx, typeId)
  const request = await openRequest(ctx, { customerId, title, type, queueId, locationId, assigneeId: operatorId })
  return { request, type }
}

/** One that he has begun in this request and written nothing in. */
async function unwritten(ctx: Ctx, requestId: string, operatorId: string): Promise<string | null> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.requestId, requestId),
        eq(activities.medium, 'email'),
        eq(activities.state, 'active'),
        eq(activities.operatorId, operatorId),
        eq(activities.messageSeq, 0),
      ),
    )
    .limit(1)
  return row?.id ?? null
}

async function isVip(ctx: Ctx, customerId: string): Promise<boolean> {
  const { customers } = ctx.tx.t
  const [row] = await ctx.tx.select({ isVip: customers.isVip }).from(customers).where(eq(customers.id, customerId))
  return row?.isVip ?? false
}
