import { describe, expect, test } from 'vitest'
import { defaultOutcomes } from '../request/outcome.ts'
import { defaultOutcomeOf, moreWrapUp, wrapUpUntil } from './wrap-up.ts'

describe('wrap-up begins', () => {
  test.each([
    ['operatorEnded', 60, 61_000],
    ['customerLeft', 60, 61_000],
    ['operatorEnded', null, null],
    ['operatorEnded', 0, null],
    ['closed', 60, null],
    ['autoClosed', 60, null],
    ['abandoned', 60, null],
    ['moved', 60, null],
  ] as const)('%s with a limit of %s s: until %s', (reason, seconds, until) => {
    expect(wrapUpUntil({ reason, seconds, endedAt: 1_000 })).toBe(until)
  })
})

describe('more time', () => {
  test.each([
    ['the limit again, from now', 60_000, 50_000, 60, 110_000],
    ['never past three limits from the end', 60_000, 175_000, 60, 180_000],
    ['nothing more after them', 180_000, 100_000, 60, null],
    ['nothing where it would be shorter', 60_000, 0, 60, null],
    ['nothing when the queue has no limit any more', 60_000, 10_000, null, null],
  ] as const)('%s', (_, until, now, seconds, next) => {
    expect(moreWrapUp({ until, now, seconds, endedAt: 0 })).toBe(next)
  })
})

test('the default outcome is the named one if a person may give it, else the first', () => {
  expect(defaultOutcomeOf(defaultOutcomes, 'notSolved')).toBe('notSolved')
  for (const named of [null, 'gone', 'noActivity']) expect(defaultOutcomeOf(defaultOutcomes, named)).toBe('solved')
  expect(defaultOutcomeOf([], null)).toBeNull()
})
