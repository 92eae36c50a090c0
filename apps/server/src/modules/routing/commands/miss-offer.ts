import { afterMissed } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { offerOver, stopRinging, withdrawOffersOf } from '../offers.ts'
import { lockPresence, writePresence } from '../presence-row.ts'
import { aboutTask, loadActivity } from '../store.ts'
import type {} from '../events.ts'

/**
 * An offer's time is up: it moves on, and an operator who missed two in a row is set away with reason "missed offers"
 * (rule 16). OFFER_OVER when it was answered meanwhile or is not due yet. Only the sweep runs it.
 */
export const missOffer = command({
  name: 'miss-offer',
  action: [],
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: () => false,
  async run(ctx, found) {
    const operatorId = found.offeredToId
    const before = operatorId === null ? null : await lockPresence(ctx, operatorId)
    // Read again under the lock: the task may have been answered and offered to him anew.
    const activity = await loadActivity(ctx, found.id)
    if (
      operatorId === null ||
      activity.offeredToId !== operatorId ||
      activity.offerExpiresAt === null ||
      activity.offerExpiresAt > ctx.now
    )
      throw await offerOver(ctx, found.id)
    await stopRinging(ctx, activity, operatorId, 'missed')
    const { missedInRow, setAway } = afterMissed({ missedInRow: before?.missedInRow ?? 0 })
    const isSetAway = setAway && before?.chosen === 'available'
    ctx.emit('offer.missed', { ...aboutTask(activity), operatorId, setAway: isSetAway })
    if (!before) return { setAway: false }
    const { presence } = ctx.tx.t
    if (!isSetAway) await ctx.tx.update(presence).set({ missedInRow }).where(eq(presence.operatorId, operatorId))
    else {
      await writePresence(
        ctx,
        before,
        { missedInRow, chosen: 'away', awayReason: 'missedOffers', since: ctx.now },
        'missedOffers',
      )
      await withdrawOffersOf(ctx, operatorId, 'notAvailable')
    }
    return { setAway: isSetAway }
  },
})
