import { expect, test } from 'vitest'
import { snoozePresets } from './presets.ts'

const local = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()
const at = (now: number) => Object.fromEntries(snoozePresets(now).map((preset) => [preset.key, preset.at]))

test('a Friday noon: an hour, this evening, tomorrow, Monday, in a week', () => {
  expect(at(local(20, 12))).toEqual({
    hour: local(20, 13),
    evening: local(20, 18),
    tomorrow: local(21, 9),
    monday: local(23, 9),
    week: local(27, 9),
  })
})
test('no evening when it is near or over; tomorrow that is Monday stands once', () => {
  expect(at(local(22, 17, 30))).toEqual({
    hour: local(22, 18, 30),
    tomorrow: local(23, 9),
    week: local(29, 9),
  })
})
test('on a Monday, Monday is the next one, which is in a week', () => {
  expect(Object.keys(at(local(23, 10)))).toEqual(['hour', 'evening', 'tomorrow', 'monday'])
})
