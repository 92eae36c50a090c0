import { expect, test } from 'vitest'
import { longestSnoozeMs, shortestSnoozeMs, snoozeProblem } from './snooze.ts'

const now = Date.UTC(2026, 10, 22)

test.each([
  [now + shortestSnoozeMs, true],
  [now + shortestSnoozeMs - 1, false],
  [now - 1, false],
  [now + longestSnoozeMs, true],
  [now + longestSnoozeMs + 1, false],
])('until %i: %s', (until, isFine) => {
  expect(snoozeProblem(until, now) === null).toBe(isFine)
})
