import { expect, test } from 'vitest'
import { daysAfter, isTimeZone } from './zoned.ts'

test('days by the calendar', () => {
  expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28')
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2026-10-26', -29)).toBe('2026-09-27')
})

test('names of time zones', () => {
  expect(isTimeZone('Europe/Sofia')).toBe(true)
  expect(isTimeZone('Europe/Nowhere')).toBe(false)
})
