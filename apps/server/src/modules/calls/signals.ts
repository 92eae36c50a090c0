import type { CallSignalEvent, newCallSignal } from '@care/contract'
import { peersOf } from '@care/domain'
import type { z } from 'zod'
import { AppError, notFound } from '../../kernel/app-error.ts'
import { tooMany } from '../../kernel/rate-limit.ts'
import type { Services } from '../../kernel/services.ts'
import { seatsOf } from './store.ts'

/** A connection needs some dozens of signals in its first second, and hardly any after. */
const burst = 200
const perSecond = 20

interface Allowance {
  left: number
  at: number
}
/** Lines of this process at which somebody sits in a call: only their end is anybody’s business. */
const seatedHere = new Map<string, Allowance>()

export const noteSeated = (socketId: string): void => void seatedHere.set(socketId, { left: burst, at: 0 })
/** Whether this line held a side of a call; asked once, when it ends. */
export const wasSeated = (socketId: string): boolean => seatedHere.delete(socketId)

function takeOne({ config, clock }: Services, socketId: string): void {
  const allowance = seatedHere.get(socketId)
  if (!allowance || !config.hasRateLimits) return
  const now = clock.now()
  const left = allowance.at === 0 ? burst : Math.min(burst, allowance.left + ((now - allowance.at) / 1_000) * perSecond)
  if (left < 1) throw tooMany(1_000)
  seatedHere.set(socketId, { left: left - 1, at: now })
}

interface Sent {
  callId: string
  personId: string
  socketId: string | null
  body: z.output<typeof newCallSignal>
}

/**
 * Passes a signal from the window that sits at one side of a call to the window of another that hears it, and to no
 * other. NOT_FOUND to whoever does not sit there, through the line with which he sat down; NOT_ALLOWED_NOW when the other
 * has changed seats meanwhile. Nothing is kept.
 */
export async function passSignal(services: Services, { callId, personId, socketId, body }: Sent): Promise<void> {
  const seats = await seatsOf(services.store.read, callId)
  const mine = seats.find(({ seatId }) => seatId === body.from)
  if (!mine || mine.personId !== personId || socketId === null || mine.socketId !== socketId) throw notFound('seat')
  takeOne(services, socketId)
  const other = seats.find(({ seatId }) => seatId === body.to)
  if (!other || other.socketId === null || !peersOf(mine.side).includes(other.side))
    throw new AppError('NOT_ALLOWED_NOW', 'nobody sits there now', { problem: 'SEAT_GONE' })
  const payload: CallSignalEvent = { callId, from: body.from, to: body.to, signal: body.signal }
  services.live.push([
    { to: other.side === 'customer' ? 'widget' : 'desk', rooms: [other.socketId], event: 'call.signal', payload },
  ])
}
