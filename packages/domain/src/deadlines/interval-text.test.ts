import { expect, it } from 'vitest'
import { intervalsText, minutesOf, readIntervals } from './interval-text.ts'

it.each([
  ['9:05', 545],
  ['9', 540],
  ['9.30', 570],
  ['24:00', 1440],
  ['00:00', 0],
  ['24:01', null],
  ['9:60', null],
  ['9:5', null],
  ['nine', null],
])('%s is so many minutes after midnight: %s', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes)
})

it.each([
  ['9-17', '09:00–17:00'],
  [' 13:00 – 17:00 , 9—12:30 ', '09:00–12:30, 13:00–17:00'],
  ['0-6; 22-24', '00:00–06:00, 22:00–24:00'],
  ['', ''],
  [' , ', ''],
  ['9-12, 12-17', '09:00–12:00, 12:00–17:00'],
  ['9-13, 12-17', null],
  ['17-9', null],
  ['9-9', null],
  ['9', null],
  ['9-12-17', null],
  ['0-1,2-3,4-5,6-7,8-9,10-11,12-13', null],
])('%s is read as %s', (typed, shown) => {
  const intervals = readIntervals(typed)
  expect(intervals && intervalsText(intervals)).toBe(shown)
})
