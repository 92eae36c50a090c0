import { emptyEvent, type PhoneEvent } from '@care/domain/phone'

/** Our own word that a call is over, because its phone system has none any more. */
export const nothingMore = (callId: string, at: number): PhoneEvent => ({
  ...emptyEvent,
  type: 'ended',
  callId,
  at,
  cause: 'nothing more was heard',
})

/** That somebody waits, as a question says it. */
export const asksForHim = (
  callId: string,
  at: number,
  { from, did }: Pick<PhoneEvent, 'from' | 'did'>,
): PhoneEvent => ({ ...emptyEvent, type: 'queued', callId, at, direction: 'in', from, did })
