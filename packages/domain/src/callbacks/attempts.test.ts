import { expect, test } from 'vitest'
import { everyWeekday } from '../deadlines/business-time.ts'
import { dayMs, hourMs, minuteMs } from '../time.ts'
import { afterAttempt, type AfterAttempt, type Attempt, timeProblem } from './attempts.ts'
import { callbackAheadMost } from './slots.ts'

/** Monday 6 April 2026, 12:00 in Warsaw. */
const now = Date.UTC(2026, 3, 6, 10)
const hours = { timeZone: 'Europe/Warsaw', days: everyWeekday(9, 17), holidays: [] }
const tomorrow = now + dayMs

test.each<[string, Partial<Attempt>, AfterAttempt]>([
  ['reached', { outcome: 'reached' }, { kind: 'done' }],
  ['a wrong number', { outcome: 'wrongNumber' }, { kind: 'done' }],
  ['not reached', {}, { kind: 'again', at: now + hourMs }],
  ['not reached again', { number: 2 }, { kind: 'again', at: now + 3 * hourMs }],
  ['busy', { outcome: 'busy' }, { kind: 'again', at: now + 15 * minuteMs }],
  ['not reached three times', { number: 3 }, { kind: 'givenUp' }],
  ['busy the third time, with a wish', { outcome: 'busy', number: 3, nextTryAt: tomorrow }, { kind: 'givenUp' }],
  ['another time', { nextTryAt: tomorrow }, { kind: 'again', at: tomorrow }],
  ['later', { outcome: 'later', nextTryAt: tomorrow }, { kind: 'again', at: tomorrow }],
  ['later, after many tries', { outcome: 'later', number: 9, nextTryAt: tomorrow }, { kind: 'again', at: tomorrow }],
  ['later without a time', { outcome: 'later' }, { kind: 'problem', problem: 'timeMissing' }],
  ['a time that has passed', { nextTryAt: now }, { kind: 'problem', problem: 'timePast' }],
  [
    'a time too far away',
    { outcome: 'later', nextTryAt: now + callbackAheadMost + 1 },
    { kind: 'problem', problem: 'timeTooFar' },
  ],
  // 16:30: an hour later it is closed, so at 9 on Tuesday.
  ['after closing time', { now: Date.UTC(2026, 3, 6, 14, 30) }, { kind: 'again', at: Date.UTC(2026, 3, 7, 7) }],
  ['without hours', { hours: null, now: Date.UTC(2026, 3, 6, 22) }, { kind: 'again', at: Date.UTC(2026, 3, 6, 23) }],
  [
    'hours that never open',
    { hours: { ...hours, days: Array.from({ length: 7 }, () => []) } },
    { kind: 'again', at: now + hourMs },
  ],
])('%s', (_, given, expected) => {
  expect(afterAttempt({ outcome: 'notReached', number: 1, now, hours, nextTryAt: null, ...given })).toEqual(expected)
})

test('a time for a call back lies ahead and within a year', () => {
  expect([now, now + 1, now + callbackAheadMost + 1].map((at) => timeProblem(at, now))).toEqual([
    'timePast',
    null,
    'timeTooFar',
  ])
})
