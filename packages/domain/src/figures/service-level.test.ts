import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWaits, isShortAbandon, noWaits, serviceLevel } from './service-level.ts'

test.each([
  ['nothing yet', noWaits, null],
  ['all in time', { accepted: 4, acceptedInTime: 4, abandoned: 0, shortAbandoned: 0 }, 100],
  ['half in time', { accepted: 4, acceptedInTime: 2, abandoned: 0, shortAbandoned: 0 }, 50],
  ['who left counts', { accepted: 3, acceptedInTime: 3, abandoned: 1, shortAbandoned: 0 }, 75],
  ['who left at once does not', { accepted: 3, acceptedInTime: 3, abandoned: 2, shortAbandoned: 2 }, 100],
  ['only who left at once', { accepted: 0, acceptedInTime: 0, abandoned: 2, shortAbandoned: 2 }, null],
])('service level: %s', (_, waits, level) => {
  expect(serviceLevel(waits)).toBe(level)
})

test('below ten seconds is short', () => {
  expect(isShortAbandon(9_999)).toBe(true)
  expect(isShortAbandon(10_000)).toBe(false)
})

const waits = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)).map(([inTime, late, short, left]) => ({
  accepted: inTime + late,
  acceptedInTime: inTime,
  abandoned: short + left,
  shortAbandoned: short,
}))

test('the level of two together lies between the two', () => {
  fc.assert(
    fc.property(waits, waits, (a, b) => {
      const both = serviceLevel(addWaits(a, b))
      const levels = [serviceLevel(a), serviceLevel(b)].filter((level) => level !== null)
      const isBetween =
        both === null
          ? levels.length === 0
          : both >= Math.min(...levels) - 1e-9 && both <= Math.min(100, Math.max(...levels) + 1e-9)
      expect(isBetween).toBe(true)
    }),
  )
})
