import { expect, test } from 'vitest'
import { localSlot } from './local-day.ts'

test.each([
  ['UTC', '2026-11-26T00:00:00Z', '2026-11-26', 0],
  ['UTC', '2026-11-26T23:59:59Z', '2026-11-26', 47],
  ['Europe/Warsaw', '2026-11-25T23:00:00Z', '2026-11-26', 0],
  ['Europe/Sofia', '2026-06-30T21:29:00Z', '2026-07-01', 0],
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01', 11],
  ['America/New_York', '2026-01-01T04:59:00Z', '2025-12-31', 47],
  // Clocks go back: 02:30 comes twice.
  ['Europe/Warsaw', '2026-10-25T00:30:00Z', '2026-10-25', 5],
  ['Europe/Warsaw', '2026-10-25T01:30:00Z', '2026-10-25', 5],
])('%s at %s', (timeZone, at, day, slot) => {
  expect(localSlot(Date.parse(at), timeZone)).toEqual({ day, slot })
})
