import type { CallNote } from '@care/contract'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import {
  graceOf,
  loadOwnSeat,
  type CallRecord,
  type Line,
  noteLine,
  type SeatRecord,
  tellCall,
  writeCall,
} from '../store.ts'

export interface NoteCall {
  callId: string
  note: CallNote
}

/**
 * What a window tells of its own side: muted, sound lost and back, microphone gone, what could not be understood. The
 * same again changes nothing. Only from the window that sits there: NOT_ALLOWED_NOW for one that has lost the seat.
 */
export const noteCall = command({
  name: 'note-call',
  action: ['tasks.handle', 'visitor'],
  load: (ctx, input: NoteCall) => loadOwnSeat(ctx, input.callId),
  allow: () => true,
  async run(ctx, { call, seat }, { note }) {
    if (seat.seatId !== note.seatId)
      throw new AppError('NOT_ALLOWED_NOW', 'another window has the call', { problem: 'SEAT_GONE' })
    const kind = await keep(ctx, call, seat, note)
    if (kind !== null) await tellCall(ctx, await noteLine(ctx, call, { kind }))
    return null
  },
})

/** Keeps it, and names the line that it makes; null: it makes none. */
async function keep(ctx: Ctx, call: CallRecord, seat: SeatRecord, note: CallNote): Promise<Line['kind'] | null> {
  switch (note.what) {
    case 'muted':
      if (seat.isMuted === note.isMuted) return null
      await writeSeat(ctx, seat, { isMuted: note.isMuted })
      return note.isMuted ? 'muted' : 'unmuted'
    case 'network':
      if (seat.isMediaLost === note.isLost) return null
      await writeSeat(ctx, seat, {
        isMediaLost: note.isLost,
        graceUntil: note.isLost ? graceOf(call, ctx.now) : null,
      })
      return note.isLost ? 'networkLost' : 'networkBack'
    case 'microphone':
      return note.isLost ? 'micLost' : 'micBack'
    case 'badSignal':
      return 'badSignal'
    case 'quality':
      // The operator’s browser measures both ways; the customer’s would say the same.
      if (seat.side === 'operator') await writeCall(ctx, call, { quality: note.quality })
      return null
  }
}

async function writeSeat(ctx: Ctx, seat: SeatRecord, fields: Partial<SeatRecord>): Promise<void> {
  const { callSeats } = ctx.tx.t
  const [row] = await ctx.tx
    .update(callSeats)
    .set(fields)
    .where(
      and(eq(callSeats.callId, seat.callId), eq(callSeats.side, seat.side), eq(callSeats.seatId, seat.seatId ?? '')),
    )
    .returning({ side: callSeats.side })
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'another window has the call', { problem: 'SEAT_GONE' })
}
