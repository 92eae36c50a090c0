import type { CallDetails } from '@care/contract'

/** One that has ended, nothing of it recorded. */
export const aCall = (part: Partial<CallDetails> = {}): CallDetails => ({
  id: 'call',
  request: { id: 'r', number: 7, title: 'Pump' },
  customer: { id: 'c', name: 'Elena', isVip: false },
  queue: null,
  direction: 'in',
  line: 'browser',
  phone: null,
  state: 'ended',
  startedAt: 0,
  answeredAt: 1_000,
  heldSince: null,
  heldMs: 0,
  endedAt: 66_000,
  endedBy: 'operator',
  operator: null,
  consult: null,
  mySeat: null,
  peers: [],
  events: [],
  quality: null,
  recording: null,
  version: 1,
  ...part,
})
