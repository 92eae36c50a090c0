import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs } from '../time.ts'
import { autoCloseAt, isAutoCloseDue, restartsAutoClose } from './auto-close.ts'
import { stageCategories } from './lifecycle.ts'
import type { ClockChange } from './auto-close.ts'

const at = Date.UTC(2025, 2, 28, 9)

describe('autoCloseAt', () => {
  const open = { lastUpdateAt: at, days: 5, isSnoozed: false, category: 'active' } as const
  test.each([
    ['5 days after the last update', open, at + 5 * dayMs],
    ['while waiting too', { ...open, category: 'waiting' as const }, at + 5 * dayMs],
    ['a part of a day', { ...open, days: 0.5 }, at + dayMs / 2],
    ['switched off', { ...open, days: null }, null],
    ['no days is off, not at once', { ...open, days: 0 }, null],
    ['not a number is off', { ...open, days: Number.NaN }, null],
    ['snoozed', { ...open, isSnoozed: true }, null],
    ['closed', { ...open, category: 'closed' as const }, null],
  ])('%s', (_name, request, expected) => {
    expect(autoCloseAt(request)).toBe(expected)
  })
})

test.each<[ClockChange, boolean]>([
  ['customerMessage', true],
  ['operatorMessage', true],
  ['comment', true],
  ['stageByPerson', true],
  ['assigneeByPerson', true],
  ['fieldByPerson', true],
  ['activityMoved', true],
  ['wake', true],
  ['view', false],
  ['readMark', false],
  ['ruleChange', false],
  ['automaticMail', false],
  ['bounce', false],
  ['rating', false],
])('%s restarts the clock: %s', (change, expected) => {
  expect(restartsAutoClose(change)).toBe(expected)
})

test('due exactly from the moment on', () => {
  expect(isAutoCloseDue({ autoCloseAt: at }, at - 1)).toBe(false)
  expect(isAutoCloseDue({ autoCloseAt: at }, at)).toBe(true)
  expect(isAutoCloseDue({ autoCloseAt: at }, at + 30 * dayMs)).toBe(true)
  expect(isAutoCloseDue({ autoCloseAt: null }, at)).toBe(false)
})

test('never early, and never when closed, snoozed or off', () => {
  const request = fc.record({
    lastUpdateAt: fc.integer({ min: 0, max: at }),
    days: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
    isSnoozed: fc.boolean(),
    category: fc.constantFrom(...stageCategories),
  })
  fc.assert(
    fc.property(request, fc.nat({ max: 70 * dayMs }), (r, later) => {
      const now = r.lastUpdateAt + later
      const isDue = isAutoCloseDue({ autoCloseAt: autoCloseAt(r) }, now)
      const canBeDue = r.days !== null && r.days > 0 && !r.isSnoozed && r.category !== 'closed'
      expect(isDue).toBe(canBeDue && now >= r.lastUpdateAt + (r.days ?? 0) * dayMs)
    }),
  )
})
