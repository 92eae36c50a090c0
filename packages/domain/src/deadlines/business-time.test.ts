import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from '../time.ts'
import {
  addBusinessTime,
  type BusinessHours,
  businessHoursProblem,
  businessTime,
  everyWeekday,
  isOpenAt,
  nextOpening,
  nextTurn,
} from './business-time.ts'
import { minutesOf } from './interval-text.ts'

const nineToFive = (timeZone: string, holidays: BusinessHours['holidays'] = []): BusinessHours => ({
  timeZone,
  days: everyWeekday(9, 17),
  holidays,
})
const warsaw = nineToFive('Europe/Warsaw')
const at = (text: string): number => Date.parse(text)

describe('a deadline in business time (rule 30)', () => {
  it.each([
    ['Friday 16:30, one hour: Monday 9:30', warsaw, '2026-11-13T16:30+01:00', hourMs, '2026-11-16T09:30+01:00'],
    ['before opening: from the opening', warsaw, '2026-11-13T05:00+01:00', hourMs, '2026-11-13T10:00+01:00'],
    ['to the last minute of the day', warsaw, '2026-11-13T16:00+01:00', hourMs, '2026-11-13T17:00+01:00'],
    ['nothing left: at the opening', warsaw, '2026-11-14T12:00+01:00', 0, '2026-11-16T09:00+01:00'],
    ['over the night when clocks go forward', warsaw, '2026-03-27T16:30+01:00', hourMs, '2026-03-30T09:30+02:00'],
    ['over the night when clocks go back', warsaw, '2026-10-23T16:30+02:00', hourMs, '2026-10-26T09:30+01:00'],
    [
      'over a holiday',
      nineToFive('Europe/Warsaw', [{ date: '2026-11-16', name: 'Inventory', intervals: [] }]),
      '2026-11-13T16:30+01:00',
      hourMs,
      '2026-11-17T09:30+01:00',
    ],
    [
      'in the short hours of a holiday',
      nineToFive('Europe/Warsaw', [{ date: '2026-11-16', name: 'Short', intervals: [{ from: 600, to: 615 }] }]),
      '2026-11-13T16:30+01:00',
      hourMs,
      '2026-11-17T09:15+01:00',
    ],
    ['two working weeks', warsaw, '2026-11-02T09:00+01:00', 80 * hourMs, '2026-11-13T17:00+01:00'],
  ])('%s', (_, hours, from, ms, deadline) => {
    expect(new Date(addBusinessTime(hours, at(from), ms) ?? 0)).toEqual(new Date(at(deadline)))
  })

  it('never comes when it is never open', () => {
    const never = { ...warsaw, days: Array.from({ length: 7 }, () => []) }
    expect(addBusinessTime(never, at('2026-11-13T16:30Z'), hourMs)).toBeNull()
    expect(nextTurn(never, at('2026-11-13T16:30Z'))).toBeNull()
    expect(isOpenAt(never, at('2026-11-13T16:30Z'))).toBe(false)
  })
})

describe('turns', () => {
  const always = { timeZone: 'UTC', days: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]), holidays: [] }
  it('opens and closes to the minute, and midnight is no border', () => {
    expect(nextTurn(warsaw, at('2026-11-13T12:00+01:00'))).toBe(at('2026-11-13T17:00+01:00'))
    expect(nextTurn(warsaw, at('2026-11-13T17:00+01:00'))).toBe(at('2026-11-16T09:00+01:00'))
    expect(isOpenAt(warsaw, at('2026-11-13T16:59:59.999+01:00'))).toBe(true)
    expect(isOpenAt(warsaw, at('2026-11-13T17:00+01:00'))).toBe(false)
    expect(nextOpening(warsaw, at('2026-11-14T12:00+01:00'))).toBe(at('2026-11-16T09:00+01:00'))
    expect(nextTurn(always, at('2026-11-13T12:00Z'))).toBeNull()
    const night = {
      ...always,
      days: always.days.map(() => [
        { from: 0, to: 360 },
        { from: 1320, to: 1440 },
      ]),
    }
    expect(nextTurn(night, at('2026-11-13T23:00Z'))).toBe(at('2026-11-14T06:00Z'))
  })

  it('at times that clocks jump over or show twice', () => {
    const early = { ...warsaw, days: warsaw.days.map(() => [{ from: 150, to: 165 }]) }
    // 2:30 to 2:45 is not there on 29 March.
    expect(nextOpening(early, at('2026-03-28T12:00Z'))).toBe(at('2026-03-30T02:30+02:00'))
    // 2:30 to 2:45 is there twice on 25 October: open from the first to the last.
    expect(nextOpening(early, at('2026-10-24T12:00Z'))).toBe(at('2026-10-25T00:30Z'))
    expect(nextTurn(early, at('2026-10-25T00:30Z'))).toBe(at('2026-10-25T01:45Z'))
  })
})

it.each([
  [warsaw, null],
  [{ ...warsaw, timeZone: 'Mars/Base' }, 'timeZone'],
  [{ ...warsaw, days: [] }, 'days'],
  [{ ...warsaw, days: warsaw.days.with(2, [{ from: 600, to: 600 }]) }, 'days.2'],
  [
    {
      ...warsaw,
      days: warsaw.days.with(2, [
        { from: 600, to: 700 },
        { from: 660, to: 800 },
      ]),
    },
    'days.2',
  ],
  [{ ...warsaw, days: warsaw.days.with(6, [{ from: 0, to: 1441 }]) }, 'days.6'],
  [nineToFive('UTC', [{ date: '2026-02-30', name: 'x', intervals: [] }]), 'holidays.0'],
  [
    nineToFive('UTC', [
      { date: '2026-02-03', name: 'x', intervals: [] },
      { date: '2026-02-03', name: 'y', intervals: [] },
    ]),
    'holidays',
  ],
])('problems of typed hours %#', (hours, problem) => {
  expect(businessHoursProblem(hours)).toBe(problem)
})

describe('against clocks that are looked at every quarter of an hour', () => {
  const zones = ['UTC', 'Europe/Warsaw', 'America/Sao_Paulo', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia']
  // Quarters of an hour, so that stepping sees every border.
  const day = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 }).map((borders) => {
    const sorted = borders.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
      from: (sorted[i * 2] ?? 0) * 15,
      to: (sorted[i * 2 + 1] ?? 0) * 15,
    }))
  })
  const calendar = fc.record({
    timeZone: fc.constantFrom(...zones),
    days: fc.array(day, { minLength: 7, maxLength: 7 }),
    holidays: day.map((intervals) => [{ date: '2026-03-29', name: 'Holiday', intervals }]),
  })
  const start = fc
    .integer({ min: 0, max: 4 * 24 * 9 })
    .map((quarters) => at('2026-03-24T00:00Z') + quarters * 15 * minuteMs)

  /** Open by the words that the zone's clock shows. */
  function naive({ timeZone, days, holidays }: BusinessHours, when: number): boolean {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(when)
    const [date = '', time = ''] = shown.split(' ')
    const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7
    const intervals = holidays.find((holiday) => holiday.date === date)?.intervals ?? days[weekday] ?? []
    const minutes = minutesOf(time) ?? 0
    return intervals.some(({ from, to }) => minutes >= from && minutes < to)
  }

  it('open time, deadlines and turns are the same', () => {
    fc.assert(
      fc.property(calendar, start, fc.integer({ min: 0, max: 300 }), (hours, from, quarters) => {
        const quarter = 15 * minuteMs
        const marks = Array.from({ length: quarters }, (_, i) => naive(hours, from + i * quarter))
        const open = marks.filter(Boolean).length * quarter
        const to = from + quarters * quarter
        expect(businessTime(hours, from, to)).toBe(open)
        const first = naive(hours, from)
        expect(isOpenAt(hours, from)).toBe(first)
        const turn = marks.findIndex((mark) => mark !== first)
        // What does not turn while it is looked at turns later.
        const next = nextTurn(hours, from) ?? Infinity
        expect(turn > 0 ? next : Math.max(next, to)).toBe(turn > 0 ? from + turn * quarter : next)
        const deadline = open > 0 ? addBusinessTime(hours, from, open) : from
        expect(businessTime(hours, from, deadline ?? from)).toBe(open)
      }),
      { numRuns: 60 },
    )
  })
})
