import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BusinessHours, everyWeekday, isOpenAt } from '../deadlines/business-time.ts'
import { dayMs, hourMs, minuteMs } from '../time.ts'
import { wallOf } from '../zoned.ts'
import { callbackPlaces } from './places.ts'
import { callbackSlots, freeSlots, isFreeSlot } from './slots.ts'

const hours = (over: Partial<BusinessHours> = {}): BusinessHours => ({
  timeZone: 'Europe/Warsaw',
  days: everyWeekday(9, 17),
  holidays: [],
  ...over,
})
const wall = (at: number, zone = 'Europe/Warsaw'): string => wallOf(at, zone).time
/** Monday 6 April 2026, 12:00 in Warsaw. */
const monday = Date.UTC(2026, 3, 6, 10)
const none = new Map<number, number>()
const places = callbackPlaces.usual

test('whole half hours inside the opening hours, with the lead, for a week', () => {
  const slots = freeSlots({ hours: hours(), now: monday, taken: none, places })
  expect(wall(slots[0]?.from ?? 0)).toBe('12:30')
  const first = slots.filter(({ from }) => wallOf(from, 'Europe/Warsaw').date === '2026-04-06')
  expect(wall(first.at(-1)?.to ?? 0)).toBe('17:00')
  // The rest of Monday, four whole days, and the next Monday until noon.
  expect(slots).toHaveLength(9 + 4 * 16 + 6)
})

test('the slots stay where they are while time passes', () => {
  const later = monday + 7 * minuteMs
  const before = freeSlots({ hours: hours(), now: monday, taken: none, places }).map(({ from }) => from)
  for (const { from } of freeSlots({ hours: hours(), now: later, taken: none, places }).slice(0, 20))
    expect(before).toContain(from)
})

test('a full slot and one outside the hours are not free', () => {
  const noon = Date.UTC(2026, 3, 7, 10)
  const taken = new Map([[noon, places]])
  expect(isFreeSlot({ hours: hours(), now: monday, taken: none, places }, noon)).toBe(true)
  expect(isFreeSlot({ hours: hours(), now: monday, taken, places }, noon)).toBe(false)
  expect(isFreeSlot({ hours: hours(), now: monday, taken: none, places }, noon + minuteMs)).toBe(false)
  expect(isFreeSlot({ hours: hours(), now: monday, taken: none, places }, noon + 8 * hourMs)).toBe(false)
  expect(isFreeSlot({ hours: hours(), now: monday, taken: none, places }, monday - dayMs)).toBe(false)
})

test('hours that begin at a quarter give slots from there', () => {
  const day = [{ from: 9 * 60 + 15, to: 10 * 60 + 30 }]
  const slots = freeSlots({
    hours: hours({ days: Array.from({ length: 7 }, () => day) }),
    now: monday,
    taken: none,
    places,
  })
  expect(slots.slice(0, 2).map(({ from, to }) => [wall(from), wall(to)])).toEqual([
    ['09:15', '09:45'],
    ['09:45', '10:15'],
  ])
})

test.each([
  // Sunday 29 March: clocks go from 2 to 3; the night from 1 to 5 has three hours.
  ['forward', Date.UTC(2026, 2, 28, 12), '2026-03-29', 6],
  // Sunday 25 October: clocks go from 3 back to 2; it has five.
  ['back', Date.UTC(2026, 9, 24, 12), '2026-10-25', 10],
])('the night when the clocks go %s', (_, now, date, count) => {
  const night = hours({ days: Array.from({ length: 7 }, () => [{ from: 60, to: 300 }]) })
  const slots = freeSlots({ hours: night, now, taken: none, places }).filter(
    ({ from }) => wallOf(from, 'Europe/Warsaw').date === date,
  )
  expect(slots).toHaveLength(count)
  expect(new Set(slots.map(({ from }) => from)).size).toBe(count)
})

test('a queue without hours has slots all day', () => {
  expect(freeSlots({ hours: null, now: monday, taken: none, places })).toHaveLength(7 * 48 - 1)
})

test('every slot is free, open, half an hour long and behind the one before', () => {
  const zones = fc.constantFrom('Europe/Warsaw', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe')
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }))
  const week = fc.array(fc.array(interval, { maxLength: 1 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(zones, week, fc.integer({ min: 0, max: 366 * 24 }), (timeZone, days, hour) => {
      const now = Date.UTC(2026, 0, 1) + hour * hourMs
      const open = hours({ timeZone, days })
      let before = now + callbackSlots.leadMs
      for (const { from, to } of freeSlots({ hours: open, now, taken: none, places })) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to - from).toBe(callbackSlots.lengthMs)
        expect(to).toBeLessThanOrEqual(now + callbackSlots.aheadMs)
        expect(isOpenAt(open, from) && isOpenAt(open, to - minuteMs)).toBe(true)
        before = to
      }
    }),
    { numRuns: 40 },
  )
})
