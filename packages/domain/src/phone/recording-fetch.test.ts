import { expect, test } from 'vitest'
import { dayMs, hourMs } from '../time.ts'
import { mayFetchRecording, recordingPauseMs } from './recording-fetch.ts'

test.each([
  [true, true, null],
  [true, false, 'NOT_ANNOUNCED'],
  [false, true, 'NOT_RECORDED'],
  [false, false, 'NOT_RECORDED'],
])('kept by its queue: %s, announced: %s', (isKept, isAnnounced, why) => {
  expect(mayFetchRecording({ isKept, isAnnounced })).toBe(why)
})

test('pauses grow from seconds to hours, and after about a day it is given up', () => {
  const pauses = Array.from({ length: 15 }, (_, i) => recordingPauseMs(i + 1))
  expect(pauses.slice(0, 3)).toEqual([15_000, 30_000, 60_000])
  expect(pauses.at(-1)).toBeNull()
  const all = pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0)
  expect(Math.max(...pauses.map((pause) => pause ?? 0))).toBe(4 * hourMs)
  expect(all).toBeGreaterThan(dayMs / 2)
  expect(all).toBeLessThan(2 * dayMs)
})
