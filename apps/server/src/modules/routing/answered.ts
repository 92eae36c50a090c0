import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'
import { stopRinging } from './offers.ts'
import { lockPresence } from './presence-row.ts'
import { startTask } from './start-task.ts'
import { type ActivityRecord, aboutTask } from './store.ts'
import { passTask } from './transfers.ts'

/**
 * Somebody has picked up the phone: the task is his, without an offer, whoever it rang at or had it (row K3). His capacity
 * and presence are not asked, because he talks already. False when it is over, or is his.
 */
export async function taskAnsweredBy(ctx: Ctx, activity: ActivityRecord, operatorId: string): Promise<boolean> {
  const { state, operatorId: holder, offeredToId } = activity
  if (state === 'active' && holder !== null)
    return holder === operatorId ? false : passTask(ctx, activity, holder, operatorId, { how: 'assigned' })
  if (state !== 'waiting' && state !== 'offered') return false
  if (offeredToId !== null && offeredToId !== operatorId) {
    for (const id of [offeredToId, operatorId].toSorted()) await lockPresence(ctx, id)
    await stopRinging(ctx, activity, offeredToId, 'withdrawn')
    ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId: offeredToId, reason: 'byHand' })
  }
  return startTask(ctx, activity, operatorId, 'hand')
}
