import { missedCallPauseMs } from '@care/domain/callbacks'
import { nextOpening } from '@care/domain'
import { and, eq, gt } from '../../db/drizzle.ts'
import { inTurn } from '../../db/sql.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Incoming } from '../activities/index.ts'
import { readPhone } from '../customers/index.ts'
import { openCallback } from './open-callback.ts'
import { hoursOf } from './store.ts'

export interface MissedCall extends Pick<
  Incoming,
  'customerId' | 'queueId' | 'typeId' | 'source' | 'siteId' | 'skills'
> {
  /** As the provider gives it; a hidden number makes no call back. */
  phone: string
}

/**
 * A call that nobody took becomes a call back that is due at once, or when its queue opens; once for a caller and hour
 * (row K4). A step of the command that ends the call. Null when there is no number to call, or one was made already.
 */
export async function callbackForMissedCall(ctx: Ctx, call: MissedCall): Promise<{ activityId: string } | null> {
  const phone = readPhone(call.phone)?.normal ?? null
  if (phone === null) return null
  // Two calls of one caller that end in the same moment make one.
  await inTurn(ctx.tx, `callback:${phone}`)
  const { callbacks } = ctx.tx.t
  const [lately] = await ctx.tx
    .select({ activityId: callbacks.activityId })
    .from(callbacks)
    .where(and(eq(callbacks.phone, phone), gt(callbacks.createdAt, ctx.now - missedCallPauseMs)))
    .limit(1)
  if (lately) return null
  const hours = await hoursOf(ctx.tx, call.queueId)
  const at = hours === null ? ctx.now : (nextOpening(hours, ctx.now) ?? ctx.now)
  const { phone: _, ...activity } = call
  return openCallback(ctx, {
    phone,
    at,
    timeZone: null,
    note: '',
    origin: 'missedCall',
    activity: { ...activity, visitorId: null },
  })
}
