import { emptyEvent, type PhoneEvent, type PhoneEventType } from '@care/domain/phone'

/** A step of a call that we know of ourselves; the rest of it is to be filled in. */
export const eventAt = (type: PhoneEventType, callId: string, at: number): PhoneEvent => ({
  ...emptyEvent,
  type,
  callId,
  at,
})

/** Our own word that a call is over, because its phone system has none any more. */
export const nothingMore = (callId: string, at: number): PhoneEvent => ({
  ...eventAt('ended', callId, at),
  cause: 'nothing more was heard',
})

/** That somebody waits, as a question says it. */
export const asksForHim = (
  callId: string,
  at: number,
  { from, did }: Pick<PhoneEvent, 'from' | 'did'>,
): PhoneEvent => ({ ...eventAt('queued', callId, at), direction: 'in', from, did })
