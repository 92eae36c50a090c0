import { expect, test } from 'vitest'
import { minuteMs } from '../time.ts'
import type { Due } from './due.ts'
import { remindAtOf, reminderProblem } from './reminder.ts'
import { instantOf } from '../zoned.ts'

const timeZone = 'Europe/Warsaw'
const at: Due = { date: '2026-11-26', time: '14:00', timeZone }
const day: Due = { ...at, time: null }
const now = instantOf('2026-11-26', '08:00', timeZone)

test.each([
  ['none', at, null, null],
  ['before a time', at, { kind: 'before', minutes: 30 }, instantOf('2026-11-26', '13:30', timeZone)],
  [
    'before a day: counted from its morning',
    day,
    { kind: 'before', minutes: 0 },
    instantOf('2026-11-26', '09:00', timeZone),
  ],
  ['exactly then', null, { kind: 'at', at: now + 1 }, now + 1],
  ['before nothing', null, { kind: 'before', minutes: 5 }, null],
] as const)('%s', (_, due, reminder, expected) => expect(remindAtOf(due, reminder)).toBe(expected))

test.each([
  ['none is fine', at, null, null],
  ['ahead is fine', at, { kind: 'before', minutes: 60 }, null],
  ['past', at, { kind: 'before', minutes: 6 * 60 }, 'it is in the past'],
  ['now is past', null, { kind: 'at', at: now }, 'it is in the past'],
  ['without a date', null, { kind: 'before', minutes: 5 }, 'it needs a due date'],
] as const)('%s', (_, due, reminder, expected) => expect(reminderProblem(due, reminder, now)).toBe(expected))

test('an hour before is an hour of time, also in the night in which the clocks change', () => {
  const due: Due = { date: '2026-03-29', time: '03:30', timeZone }
  expect(remindAtOf(due, { kind: 'before', minutes: 60 })).toBe(instantOf('2026-03-29', '01:30', timeZone))
  expect(instantOf('2026-03-29', '03:30', timeZone) - instantOf('2026-03-29', '01:30', timeZone)).toBe(60 * minuteMs)
})
