import { and, eq } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { graceOf, type LoadedCall, loadCall, noteLine, type SeatRecord, tellCall } from '../store.ts'

/** The call whose seat ends with this line; null when none does. */
async function loadByLine(ctx: Ctx, socketId: string): Promise<LoadedCall | null> {
  const { callSeats } = ctx.tx.t
  const [seat] = await ctx.tx
    .select({ callId: callSeats.callId })
    .from(callSeats)
    .where(eq(callSeats.socketId, socketId))
  return seat ? loadCall(ctx, seat.callId) : null
}

/**
 * A window’s line is gone: its side has ten seconds to come back, then the call ends; one at a phone system goes on there. False
 * when it had no side.
 */
export const loseCallSeat = command({
  name: 'lose-call-seat',
  action: [],
  load: (ctx, input: { socketId: string }) => loadByLine(ctx, input.socketId),
  allow: () => false,
  async run(ctx, loaded, { socketId }) {
    if (!loaded) return { isLost: false }
    const { callSeats } = ctx.tx.t
    const { call, activity } = loaded
    const [seat] = await ctx.tx
      .update(callSeats)
      .set({ socketId: null, processId: null, graceUntil: graceOf(call, ctx.now) })
      .where(and(eq(callSeats.callId, call.activityId), eq(callSeats.socketId, socketId)))
      .returning()
    if (!seat) return { isLost: false }
    await tellCall(ctx, await noteLine(ctx, call, { kind: 'networkLost', by: whose(seat, activity.customerId) }))
    return { isLost: true }
  },
})

const whose = ({ side, personId }: SeatRecord, customerId: string) =>
  side === 'customer' ? { kind: 'customer' as const, id: customerId } : { kind: 'operator' as const, id: personId }
