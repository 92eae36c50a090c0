import type { CallSide } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { endActivityRow } from '../../activities/index.ts'
import { endTransfer, giveBack } from '../../routing/index.ts'
import { type LoadedCall, loadCall } from '../store.ts'

export interface LostSide {
  callId: string
  side: CallSide
}

/**
 * A side did not come back in time: without one of the two who talk the call is over; a colleague who was asked is asked
 * no more; an operator who accepted and never sat down gives it back to its queue. NOT_ALLOWED_NOW when it is not due.
 * Only the sweep runs it.
 */
export const endLostSide = command({
  name: 'end-lost-side',
  action: [],
  load: (ctx, input: LostSide) => loadCall(ctx, input.callId),
  allow: () => false,
  async run(ctx, loaded, { side }) {
    const seat = loaded.seats.find((one) => one.side === side)
    if (!seat || seat.graceUntil === null || seat.graceUntil > ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'the grace is not over')
    await endSide(ctx, loaded, side, seat.seatId !== null)
    return null
  },
})

async function endSide(ctx: Ctx, { activity }: LoadedCall, side: CallSide, hasSat: boolean): Promise<void> {
  if (side === 'consult') return endTransfer(ctx, activity, 'missed')
  const isBackInQueue = side === 'operator' && !hasSat && activity.queueId !== null
  if (isBackInQueue && activity.operatorId !== null)
    return giveBack(ctx, activity, activity.operatorId, 'operatorOffline')
  await endActivityRow(ctx, activity, activity.acceptedAt === null ? 'abandoned' : 'connectionLost')
}
