import { callJoinMs, newCall } from '@care/domain'
import type { Ctx } from '../../kernel/command.ts'
import type { ActivityRecord } from '../activities/index.ts'
import type {} from './events.ts'
import { emptySeat, noteLine, tellCall } from './store.ts'

/** Makes the call of a new activity: it rings, and the caller’s window has half a minute to sit down. */
export async function openCall(ctx: Ctx, activity: ActivityRecord, visitorId: string): Promise<void> {
  const { calls, callSeats } = ctx.tx.t
  const [call] = await ctx.tx
    .insert(calls)
    .values({
      activityId: activity.id,
      direction: 'in',
      origin: 'widget',
      ...newCall,
      startedAt: ctx.now,
      endedBy: null,
      eventSeq: 0,
      quality: null,
      version: 1,
    })
    .returning()
  if (!call) throw new Error('call was not inserted')
  await ctx.tx.insert(callSeats).values(emptySeat(activity.id, 'customer', visitorId, ctx.now + callJoinMs))
  await tellCall(ctx, await noteLine(ctx, call, { kind: 'rang' }))
}
