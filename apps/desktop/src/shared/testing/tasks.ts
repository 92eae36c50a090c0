import type { Task } from '@care/contract'
import { noon } from '@care/testkit'

/** A chat in progress whose customer waits; fields given replace. */
export const aTask = (over: Partial<Task> = {}): Task => ({
  activityId: 'ac-1',
  requestId: 're-1',
  requestNumber: 20481,
  requestTitle: 'Cracked water tank',
  category: 'active',
  customer: { id: 'cu-1', name: 'Elena Petrova', isVip: false },
  medium: 'chat',
  state: 'active',
  priority: 'normal',
  queue: { id: 'q1', name: 'Orders' },
  group: null,
  operatorId: 'op-anna',
  offer: null,
  transferTo: null,
  knowsIt: null,
  lastLine: { text: 'Replacement please', author: 'customer', at: noon },
  unread: 0,
  waitingSince: noon,
  eligibleSince: noon - 60_000,
  snoozedUntil: null,
  wokeAt: null,
  wrapUpUntil: null,
  version: 1,
  ...over,
})

/** Offered now, with so many seconds left of thirty. */
export const anOffer = (secondsLeft: number, over: Partial<Task> = {}): Task => {
  const expiresAt = Date.now() + secondsLeft * 1000
  return aTask({
    activityId: 'ac-offer',
    state: 'offered',
    customer: { id: 'cu-2', name: 'Jonas Weber', isVip: true },
    lastLine: { text: 'Where is my order?', author: 'customer', at: noon },
    offer: { offeredAt: expiresAt - 30_000, expiresAt, isNewRequest: true, transfer: null },
    ...over,
  })
}
