import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priorities } from '../request/priority.ts'
import { compareWaiting } from './order.ts'
import type { WaitingTask } from './order.ts'

const task: WaitingTask = { activityId: 'b', priority: 'normal', isVip: false, eligibleSince: 100 }

test.each<[string, Partial<WaitingTask>]>([
  ['more urgent, though later', { priority: 'high', eligibleSince: 900 }],
  ['a VIP, though later', { isVip: true, eligibleSince: 900 }],
  ['eligible longer', { eligibleSince: 99 }],
  ['the smaller id at the same moment', { activityId: 'a' }],
])('goes first: %s', (_name, difference) => {
  expect(compareWaiting({ ...task, ...difference }, task)).toBeLessThan(0)
  expect(compareWaiting(task, { ...task, ...difference })).toBeGreaterThan(0)
})

test('a VIP does not overtake what is more urgent', () => {
  expect(compareWaiting({ ...task, isVip: true }, { ...task, priority: 'urgent' })).toBeGreaterThan(0)
})

test('is a total order, so every server serves a queue in the same order', () => {
  const any = fc.record({
    activityId: fc.constantFrom('a', 'b', 'c'),
    priority: fc.constantFrom(...priorities),
    isVip: fc.boolean(),
    eligibleSince: fc.nat({ max: 3 }),
  })
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(Math.sign(compareWaiting(a, b))).toBe(0 - Math.sign(compareWaiting(b, a)))
      const isChain = compareWaiting(a, b) <= 0 && compareWaiting(b, c) <= 0
      expect(isChain && compareWaiting(a, c) > 0).toBe(false)
      const isSame = a.activityId === b.activityId && a.priority === b.priority
      const isEqual = isSame && a.isVip === b.isVip && a.eligibleSince === b.eligibleSince
      expect(compareWaiting(a, b) === 0).toBe(isEqual)
    }),
  )
})

test('a new arrival of the same priority never goes before one that waits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1 }), (times) => {
      const waiting = times.map((eligibleSince, i) => ({ ...task, activityId: `a${i}`, eligibleSince }))
      const arrival = { ...task, activityId: 'new', eligibleSince: 1001 }
      expect([arrival, ...waiting].sort(compareWaiting).at(-1)).toBe(arrival)
    }),
  )
})
