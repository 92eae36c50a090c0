import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedWaitSeconds } from './expected-wait.ts'

const queue = { place: 2, recentWaits: [30, 90, 60], recentHandleSeconds: 120, operatorsAvailable: 3 }

describe('expectedWaitSeconds', () => {
  test.each([
    ['pace and recent waits', queue, 70],
    ['pace alone', { ...queue, recentWaits: [] }, 80],
    ['recent waits alone', { ...queue, recentHandleSeconds: null }, 60],
    ['an even number of waits', { ...queue, recentHandleSeconds: null, recentWaits: [10, 20, 40, 600] }, 30],
    ['rounded up', { ...queue, recentWaits: [], recentHandleSeconds: 100, operatorsAvailable: 3, place: 1 }, 34],
    ['nothing known', { ...queue, recentWaits: [], recentHandleSeconds: null }, null],
    ['nobody available', { ...queue, operatorsAvailable: 0 }, null],
    ['broken numbers are left out', { ...queue, recentWaits: [Number.NaN, -5], recentHandleSeconds: Number.NaN }, null],
    ['no place is the first place', { ...queue, place: 0, recentWaits: [] }, 40],
  ])('%s', (_name, given, expected) => {
    expect(expectedWaitSeconds(given)).toBe(expected)
  })

  test('never negative, no shorter further back, no longer with more operators', () => {
    const any = fc.record({
      place: fc.integer({ min: 1, max: 50 }),
      recentWaits: fc.array(fc.nat({ max: 3600 })),
      recentHandleSeconds: fc.option(fc.nat({ max: 3600 })),
      operatorsAvailable: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(any, (given) => {
        const wait = expectedWaitSeconds(given)
        if (wait === null) return
        const further = expectedWaitSeconds({ ...given, place: given.place + 1 })
        const helped = expectedWaitSeconds({ ...given, operatorsAvailable: given.operatorsAvailable + 1 })
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(further).toBeGreaterThanOrEqual(wait)
        expect(helped).toBeLessThanOrEqual(wait)
      }),
    )
  })
})
