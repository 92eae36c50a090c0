import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs } from '../time.ts'
import { dueAtOf, dueBounds, dueState, rangeOf } from './due.ts'
import { instantOf, isCalendarDay, wallOf } from '../zoned.ts'

const warsaw = 'Europe/Warsaw'
const iso = (at: number): string => new Date(at).toISOString()

describe('the instant of a time on the wall', () => {
  test.each([
    ['winter', '2026-01-15', '09:00', warsaw, '2026-01-15T08:00:00.000Z'],
    ['summer', '2026-07-15', '09:00', warsaw, '2026-07-15T07:00:00.000Z'],
    ['the hour that summer time jumps over', '2026-03-29', '02:30', warsaw, '2026-03-29T01:30:00.000Z'],
    ['the last minute before it', '2026-03-29', '01:59', warsaw, '2026-03-29T00:59:00.000Z'],
    ['the hour that is there twice: the first', '2026-10-25', '02:30', warsaw, '2026-10-25T00:30:00.000Z'],
    ['a midnight that is jumped over', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['half hours', '2026-01-15', '09:00', 'Asia/Kolkata', '2026-01-15T03:30:00.000Z'],
    ['a change of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['far in the east', '2026-01-15', '00:00', 'Pacific/Kiritimati', '2026-01-14T10:00:00.000Z'],
    ['a leap day', '2028-02-29', '12:00', 'UTC', '2028-02-29T12:00:00.000Z'],
  ])('%s', (_, date, time, zone, expected) => expect(iso(instantOf(date, time, zone))).toBe(expected))

  test('is the way back of the clock on the wall', () => {
    const zones = fc.constantFrom(warsaw, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe')
    const minutes = fc.integer({ min: 0, max: 40 * 366 * 24 * 60 })
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const at = Date.UTC(1990, 0, 1) + minute * 60_000
        const { date, time } = wallOf(at, zone)
        const back = instantOf(date, time, zone)
        // An hour that is there twice gives the first of the two.
        expect(at - back === 0 || (at - back > 0 && at - back <= hourMs)).toBe(true)
        expect(wallOf(back, zone)).toEqual({ date, time })
      }),
    )
  })
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['1969-12-31', false],
  ['2200-01-01', false],
  ['26-1-1', false],
])('%s is a day: %s', (text, expected) => expect(isCalendarDay(text)).toBe(expected))

describe('due', () => {
  test('on a day means till its last moment, which is 23 or 25 hours away when the clocks change', () => {
    const at = (date: string): number => dueAtOf({ date, time: null, timeZone: warsaw })
    expect(iso(at('2026-03-28'))).toBe('2026-03-28T22:59:59.999Z')
    expect(at('2026-03-29') - at('2026-03-28')).toBe(dayMs - hourMs)
    expect(at('2026-10-25') - at('2026-10-24')).toBe(dayMs + hourMs)
  })

  // Thursday, 10:00 in Warsaw.
  const now = instantOf('2026-11-26', '10:00', warsaw)
  const bounds = dueBounds(now, warsaw)
  test.each([
    ['2026-11-25', null, 'overdue'],
    ['2026-11-26', '09:59', 'overdue'],
    ['2026-11-26', '10:00', 'today'],
    ['2026-11-26', null, 'today'],
    ['2026-11-27', '00:00', 'week'],
    ['2026-11-29', null, 'week'],
    ['2026-11-30', '00:00', 'later'],
    ['2027-11-30', null, 'later'],
  ] as const)('%s %s is %s on a Thursday', (date, time, expected) => {
    const dueAt = dueAtOf({ date, time, timeZone: warsaw })
    expect(dueState(dueAt, bounds)).toBe(expected)
    const { from, before } = rangeOf(expected, bounds)
    expect((from === null || dueAt >= from) && (before === null || dueAt < before)).toBe(true)
  })
  test('without a date it is in no part of time', () => expect(dueState(null, bounds)).toBe('none'))
  test('on a Sunday the week is over: Monday is later', () => {
    const sunday = dueBounds(instantOf('2026-11-29', '12:00', warsaw), warsaw)
    expect(sunday.nextWeek).toBe(sunday.tomorrow)
    expect(dueState(sunday.tomorrow, sunday)).toBe('later')
  })
  test('the parts cover all of time and never meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20 * dayMs, max: 20 * dayMs }), (ms) => {
        const dueAt = now + ms
        const parts = (['overdue', 'today', 'week', 'later'] as const).filter((state) => {
          const { from, before } = rangeOf(state, bounds)
          return (from === null || dueAt >= from) && (before === null || dueAt < before)
        })
        expect(parts).toEqual([dueState(dueAt, bounds)])
      }),
    )
  })
})
