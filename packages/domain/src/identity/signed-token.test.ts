import { expect, test } from 'vitest'
import { refusalOfTimes } from './signed-token.ts'

const now = 1_800_000_000_000
const s = now / 1000

test.each([
  ['an hour ahead', { exp: s + 3_600 }, null],
  ['over, within what clocks differ', { exp: s - 59 }, null],
  ['over', { exp: s - 60 }, 'IDENTITY_EXPIRED'],
  ['a day and what clocks differ', { exp: s + 86_400 + 60 }, null],
  ['longer than a day', { exp: s + 86_400 + 61 }, 'IDENTITY_TOO_LONG'],
  ['made by a clock that goes ahead', { exp: s + 60, iat: s + 60 }, null],
  ['made in the future', { exp: s + 600, iat: s + 61 }, 'IDENTITY_INVALID'],
  ['not yet valid', { exp: s + 600, nbf: s + 61 }, 'IDENTITY_INVALID'],
])('%s', (_name, times, expected) => {
  expect(refusalOfTimes(times, now)).toBe(expected)
})
