import { maySit } from '@care/domain'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { loadOwnSeat, noteLine, tellCall } from '../store.ts'

export interface TakeSeat {
  callId: string
  tabId: string
  takesOver: boolean
  /** The sitting that goes on: only its line was lost. */
  seatId?: string | undefined
  /** The line of the window; the seat is lost with it. */
  socketId: string
  processId: string
}

/**
 * A window takes its person’s side of the call: it alone gets and sends signals from then on. Sitting down again after a
 * reload gives a new sitting, to which the others connect anew; a window whose line alone was lost keeps the old one. Refuses with
 * CALL_ELSEWHERE what another window has, unless the person takes it over, and with NOT_ALLOWED_NOW what has ended.
 */
export const takeCallSeat = command({
  name: 'take-call-seat',
  action: ['tasks.handle', 'visitor'],
  load: (ctx, input: TakeSeat) => loadOwnSeat(ctx, input.callId),
  allow: () => true,
  async run(ctx, { call, seat }, { tabId, takesOver, seatId: kept, socketId, processId }) {
    if (call.state === 'ended') throw new AppError('NOT_ALLOWED_NOW', 'the call has ended', { problem: 'ENDED' })
    const isLost = seat.seatId !== null && seat.socketId === null
    if (!maySit({ tabId: seat.tabId, isLost }, tabId, takesOver)) throw new AppError('CALL_ELSEWHERE')
    const { callSeats } = ctx.tx.t
    const goesOn = kept !== undefined && kept === seat.seatId && tabId === seat.tabId
    const seatId = goesOn ? kept : ctx.newId()
    const [row] = await ctx.tx
      .update(callSeats)
      .set({
        seatId,
        tabId,
        socketId,
        processId,
        isMediaLost: false,

        graceUntil: null,
      })
      .where(
        and(
          eq(callSeats.callId, seat.callId),
          eq(callSeats.side, seat.side),
          seat.seatId === null ? isNull(callSeats.seatId) : eq(callSeats.seatId, seat.seatId),
        ),
      )
      .returning({ seatId: callSeats.seatId })
    if (!row) throw new AppError('CALL_ELSEWHERE')
    const now = isLost || seat.isMediaLost ? await noteLine(ctx, call, { kind: 'networkBack' }) : call
    await tellCall(ctx, now)
    return { seatId }
  },
})
