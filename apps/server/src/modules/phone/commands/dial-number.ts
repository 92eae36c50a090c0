import { and, asc, eq, isNull } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import type { ChannelRecord } from '../../channels/index.ts'
import { readPhone, resolveCustomerId } from '../../customers/index.ts'
import { findRequest, sees } from '../../requests/index.ts'
import { isOnCall, loadTask, taskAnsweredBy } from '../../routing/index.ts'
import { dialPhone } from '../jobs-names.ts'
import { openPhoneActivity } from '../open-activity.ts'
import { type PhoneLineRecord, phoneSystemOf } from '../store.ts'

export interface DialInput {
  customerId: string
  /** An open one of this customer; without, rule 1 finds or makes it. */
  requestId?: string | undefined
  phone: string
  /** By which phone system; without, the first in which one has a line. */
  channelId?: string | undefined
}

/**
 * An operator calls a customer (click-to-call, row K2): the call is in his progress at once, and his phone is made to ring
 * by the phone system; with a softphone his desk dials. PHONE_INVALID for what is no number with a country, NOT_ALLOWED_NOW
 * without a line, on another call, and on a closed request.
 */
export const dialNumber = command({
  name: 'dial-number',
  action: 'tasks.handle',
  async load(ctx, { customerId, requestId }: DialInput) {
    const id = await resolveCustomerId(ctx.tx, customerId, true)
    if (id === null) throw notFound('customer')
    if (requestId === undefined) return { customerId: id, into: null }
    const into = await findRequest(ctx.tx, requestId, true)
    if (!into || !sees(ctx.actor, into) || into.request.customerId !== id) throw notFound('request')
    return { customerId: id, into }
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { customerId, into }, input) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const { id: operatorId } = ctx.actor
    if (into?.request.category === 'closed') throw new AppError('NOT_ALLOWED_NOW', 'the request is closed')
    const { line, channel } = await lineFor(ctx, operatorId, input.channelId)
    const system = await phoneSystemOf(ctx.tx, channel)
    const read = readPhone(input.phone, { country: system.country })
    if (!read?.isInternational || read.normal === null)
      throw new AppError('PHONE_INVALID', 'this is not a number with its country', { path: 'phone' })
    if (await isOnCall(ctx, operatorId))
      throw new AppError('NOT_ALLOWED_NOW', 'one call at a time', { problem: 'ON_CALL' })
    const number = read.normal
    const activity = await openPhoneActivity(ctx, system, {
      direction: 'out',
      number,
      startedAt: ctx.now,
      about: { customerId, ...(into === null ? {} : { into: { request: into.request, type: into.type } }) },
    })
    await taskAnsweredBy(ctx, await loadTask(ctx, activity.id), operatorId)
    const isSoftphone = line.password !== null && String(channel.settings['sipSocket'] ?? '') !== ''
    await ctx.tx.insert(ctx.tx.t.phoneDials).values({
      activityId: activity.id,
      channelId: channel.id,
      operatorId,
      number,
      state: isSoftphone ? 'asked' : 'owed',
      createdAt: ctx.now,
    })
    if (!isSoftphone) ctx.owe(dialPhone, { activityId: activity.id })
    return { activityId: activity.id, number, dials: isSoftphone ? ('desk' as const) : ('phoneSystem' as const) }
  },
})

/** One's line at this phone system, or at the first that is on. */
async function lineFor(
  ctx: Ctx,
  operatorId: string,
  channelId: string | undefined,
): Promise<{ line: PhoneLineRecord; channel: ChannelRecord }> {
  const { phoneLines, channels } = ctx.tx.t
  const [found] = await ctx.tx
    .select({ line: phoneLines, channel: channels })
    .from(phoneLines)
    .innerJoin(channels, eq(channels.id, phoneLines.channelId))
    .where(
      and(
        eq(phoneLines.operatorId, operatorId),
        eq(channels.isOn, true),
        isNull(channels.removedAt),
        channelId === undefined ? undefined : eq(channels.id, channelId),
      ),
    )
    .orderBy(asc(channels.createdAt), asc(channels.id))
    .limit(1)
  if (!found) throw new AppError('NOT_ALLOWED_NOW', 'you have no line at a phone system', { problem: 'NO_LINE' })
  return found
}
