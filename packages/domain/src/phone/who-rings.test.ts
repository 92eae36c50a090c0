import { expect, test } from 'vitest'
import { believedAt, type Line, whoRings, type WhoRings } from './who-rings.ts'

const line: Line = { userName: 'anna', extension: '101' }

test.each<[Parameters<typeof whoRings>[0]['state'], Line | null, WhoRings]>([
  ['waiting', null, { answer: 'wait' }],
  ['planned', null, { answer: 'wait' }],
  ['offered', line, { answer: 'ring', ...line }],
  ['offered', null, { answer: 'wait' }],
  ['active', line, { answer: 'ring', ...line }],
  ['wrapUp', line, { answer: 'end', reason: 'over' }],
  ['ended', null, { answer: 'end', reason: 'over' }],
])('a call that is %s', (state, has, expected) => {
  expect(whoRings({ state, line: has })).toEqual(expected)
})

test.each<[string, number | null, number]>([
  ['not told', null, 1_000_000_000],
  ['a moment ago', 999_999_000, 999_999_000],
  ['in the near future', 1_000_200_000, 1_000_200_000],
  ['in the far future', 1_000_400_000, 1_000_000_000],
  ['in another year', 1_000, 1_000_000_000],
])('a time %s', (_name, at, expected) => {
  expect(believedAt(at, 1_000_000_000)).toBe(expected)
})
