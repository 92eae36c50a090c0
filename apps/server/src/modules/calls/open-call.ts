import { callJoinMs, newCall } from '@care/domain'
import type { Ctx } from '../../kernel/command.ts'
import type { ActivityRecord } from '../activities/index.ts'
import type {} from './events.ts'
import { type CallRecord, emptySeat, noteLine, tellCall } from './store.ts'

/** Makes the call of a new activity: it rings, and the caller’s window has half a minute to sit down. */
export async function openCall(ctx: Ctx, activity: ActivityRecord, visitorId: string): Promise<void> {
  const { callSeats } = ctx.tx.t
  const call = await insertCall(ctx, { activityId: activity.id, direction: 'in', origin: 'widget', startedAt: ctx.now })
  await ctx.tx.insert(callSeats).values(emptySeat(activity.id, 'customer', visitorId, ctx.now + callJoinMs))
  await tellCall(ctx, await noteLine(ctx, call, { kind: 'rang' }))
}

/** Makes the call of a new activity at a phone system, which says what becomes of it. `startedAt`: epoch ms. */
export async function openPhoneCall(
  ctx: Ctx,
  activity: Pick<ActivityRecord, 'id'>,
  { direction, startedAt }: { direction: 'in' | 'out'; startedAt: number },
): Promise<void> {
  const call = await insertCall(ctx, { activityId: activity.id, direction, origin: 'phone', startedAt })
  await tellCall(ctx, await noteLine(ctx, call, { kind: direction === 'in' ? 'rang' : 'dialled' }))
}

type NewCall = Pick<CallRecord, 'activityId' | 'direction' | 'origin' | 'startedAt'>

async function insertCall(ctx: Ctx, values: NewCall): Promise<CallRecord> {
  const { calls } = ctx.tx.t
  const [call] = await ctx.tx
    .insert(calls)
    .values({ ...newCall, ...values, endedBy: null, eventSeq: 0, quality: null, version: 1 })
    .returning()
  if (!call) throw new Error('call was not inserted')
  return call
}
