import { and, eq } from '../../db/drizzle.ts'
import { inTurn } from '../../db/sql.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord, type Incoming, openActivity, restartClock } from '../activities/index.ts'
import { openPhoneCall } from '../calls/index.ts'
import { findOrMakeCustomer, shownPhone } from '../customers/index.ts'
import type {} from './events.ts'
import type { PhoneSystem } from './store.ts'

export interface NewPhoneActivity {
  direction: 'in' | 'out'
  /** E.164 where the country is known; null when it is hidden. */
  number: string | null
  /** Epoch ms: since when the caller waits. */
  startedAt: number
  /** Whom an operator calls, and about what; else its customer is found by the number (rule 1). */
  about?: { customerId: string; into?: Incoming['into'] | undefined }
}

/** Puts a call on its customer's open request, or a new one (rule 1), and makes what a call has besides. */
export async function openPhoneActivity(
  ctx: Ctx,
  system: PhoneSystem,
  { direction, number, startedAt, about: known }: NewPhoneActivity,
): Promise<ActivityRecord> {
  const opened = await openActivity(ctx, {
    customerId: known?.customerId ?? (await customerOf(ctx, number)),
    ...(known?.into ? { into: known.into } : {}),
    medium: 'call',
    queueId: system.queueId,
    typeId: system.typeId,
    text: '',
    fallbackTitle: number === null ? system.name : shownPhone(number),
    source: '',
    skills: [],
    locationId: system.locationId,
    siteId: null,
    visitorId: null,
    // Nobody waits in a queue for a call that we make.
    ...(direction === 'out' ? { plannedFor: ctx.now } : {}),
  })
  await restartClock(ctx, opened, direction === 'in' ? 'customer' : 'operator')
  const activity = await waitsSince(ctx, opened.activity, Math.min(startedAt, ctx.now))
  await openPhoneCall(ctx, activity, { direction, startedAt: Math.min(startedAt, ctx.now) })
  ctx.emit('phone.called', { ...about(activity), channelId: system.channelId, direction })
  return activity
}

async function customerOf(ctx: Ctx, number: string | null): Promise<string> {
  // Two first calls of one number that come in the same moment are of one customer.
  if (number !== null) await inTurn(ctx.tx, `customer-phone:${number}`)
  return (await findOrMakeCustomer(ctx, number === null ? {} : { phone: number })).id
}

/** A caller has waited at the phone system before we heard of him; what we dial is somebody’s in the same command. */
async function waitsSince(ctx: Ctx, activity: ActivityRecord, since: number): Promise<ActivityRecord> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ eligibleSince: since, state: 'waiting' })
    .where(and(eq(activities.id, activity.id), eq(activities.version, activity.version)))
    .returning()
  return row ?? activity
}
