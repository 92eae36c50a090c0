import { expect, test } from 'vitest'
import { afterMissed, missedOffersToAway, offerSecondsDefault } from './offer.ts'

test('the numbers of Rule 16', () => {
  expect([offerSecondsDefault, missedOffersToAway]).toEqual([30, 2])
})

test.each([
  [0, { missedInRow: 1, setAway: false }],
  [1, { missedInRow: 0, setAway: true }],
  [7, { missedInRow: 0, setAway: true }],
])('after %i missed in a row, one more', (missedInRow, expected) => {
  expect(afterMissed({ missedInRow })).toEqual(expected)
})
