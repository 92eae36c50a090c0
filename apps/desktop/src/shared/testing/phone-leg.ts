import type { PhoneCallState } from '@care/client/softphone'

/** What the line has of a call that a customer makes: it rings, unless said otherwise. */
export const aLeg = (part: Partial<PhoneCallState> = {}): PhoneCallState => ({
  id: 'sip-1',
  direction: 'in',
  number: '+48600100200',
  phase: 'ringing',
  wasAnswered: false,
  cause: null,
  problem: null,
  isMuted: false,
  transfer: null,
  sample: { delayMs: null, jitterMs: null, lossPercent: null },
  quality: 'good',
  mine: 0,
  theirs: 0,
  ...part,
})
