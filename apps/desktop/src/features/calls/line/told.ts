import type { CallDetails, PhoneStep } from '@care/contract'
import { tabId } from '@care/client/calls'
import type { PhoneCallState } from '@care/client/softphone'
import { call as callServer } from '../../../shared/api/client.ts'
import { socket } from '../../../shared/realtime/connection.ts'

const qualityEverySeconds = 15

/** What the server is told of one leg that carries one’s call. */
interface Told {
  activityId: string
  hasAnswered: boolean
  isUnplugged: boolean
  seatId: string | null
  seconds: { delayMs: number; jitterMs: number; lossPercent: number; isPoor: boolean }[]
  sample: PhoneCallState['sample'] | null
}
const told = new Map<string, Told>()

export const activityOfLeg = (legId: string): string | null => told.get(legId)?.activityId ?? null
export const forgetLegs = (): void => told.clear()

/** Said once more by whoever can: the phone system tells most of it too, and a refusal says that it is over. */
export const tellStep = (activityId: string, callId: string, step: PhoneStep, cause: string | null = null) =>
  callServer('tellPhoneStep', { params: { activityId }, body: { callId, step, cause } }).catch(() => undefined)

/** This leg carries this call: it is sat down at in this window, and what happens to it is told. */
export function tellOfLeg(call: CallDetails, leg: PhoneCallState): void {
  const known = told.get(leg.id)
  const of: Told = known ?? {
    activityId: call.id,
    hasAnswered: false,
    isUnplugged: false,
    seatId: null,
    seconds: [],
    sample: null,
  }
  if (!known) told.set(leg.id, of)
  if (!leg.wasAnswered) return
  if (!of.hasAnswered) {
    of.hasAnswered = true
    void sit(of)
    if (call.mySeat?.side === 'operator') void tellStep(call.id, leg.id, 'answered')
  }
  const isUnplugged = leg.problem === 'unplugged'
  if (isUnplugged !== of.isUnplugged) {
    of.isUnplugged = isUnplugged
    note(of, { what: 'microphone', isLost: isUnplugged })
  }
  measure(of, leg)
}

async function sit(of: Told): Promise<void> {
  const params = { callId: of.activityId }
  const body = { tabId: tabId(), takesOver: true, ...(of.seatId === null ? {} : { seatId: of.seatId }) }
  const seated = await socket.call('takeCallSeat', { params, body }).catch(() => null)
  of.seatId = seated?.mySeat?.seatId ?? of.seatId
}

/** The connection to the server is back; the sound never went by it. */
export function sitAgain(): void {
  for (const of of told.values()) if (of.hasAnswered) void sit(of)
}

type Note = { what: 'microphone'; isLost: boolean } | { what: 'muted'; isMuted: boolean }
function note({ activityId, seatId }: Told, what: Note): void {
  if (seatId === null) return
  socket.call('noteCall', { params: { callId: activityId }, body: { ...what, seatId } }).catch(() => undefined)
}
export function noteMuted(legId: string, isMuted: boolean): void {
  const of = told.get(legId)
  if (of) note(of, { what: 'muted', isMuted })
}

/** A mean of each quarter of a minute. */
function measure(of: Told, { sample, quality, phase }: PhoneCallState): void {
  if (phase !== 'talking' || sample === of.sample) return
  of.sample = sample
  const { delayMs, jitterMs, lossPercent } = sample
  if (delayMs === null || jitterMs === null || lossPercent === null) return
  of.seconds.push({ delayMs, jitterMs, lossPercent, isPoor: quality === 'poor' })
  if (of.seconds.length % qualityEverySeconds !== 0 || of.seatId === null) return
  const mean = (name: 'delayMs' | 'jitterMs' | 'lossPercent'): number =>
    of.seconds.reduce((sum, one) => sum + one[name], 0) / of.seconds.length
  const figures = {
    delayMs: mean('delayMs'),
    jitterMs: mean('jitterMs'),
    lossPercent: mean('lossPercent'),
    seconds: of.seconds.length,
    poorSeconds: of.seconds.filter(({ isPoor }) => isPoor).length,
  }
  const body = { what: 'quality' as const, seatId: of.seatId, quality: figures }
  socket.call('noteCall', { params: { callId: of.activityId }, body }).catch(() => undefined)
}

/** It is over; what this side itself has ended its operator has said already. */
export function tellEnd({ id, wasAnswered, direction, cause }: PhoneCallState): void {
  const of = told.get(id)
  told.delete(id)
  // Not answered in time here: the exchange asks again who is to ring.
  const isOver = wasAnswered || direction === 'out'
  if (of && isOver && cause !== 'hungUpHere') void tellStep(of.activityId, id, 'ended', cause)
}
