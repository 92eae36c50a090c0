import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../time.ts'
import { disturb, doNotDisturbAt, isZone, quietSpan, type QuietHours } from './quiet-hours.ts'

const daily = [0, 1, 2, 3, 4, 5, 6]
const night: QuietHours = { from: 22 * 60, to: 7 * 60, days: daily, zone: 'Europe/Sofia' }
const at = (text: string): number => Date.parse(text)

describe('a span of quiet hours', () => {
  test.each<[string, QuietHours, string, string, string]>([
    ['on, across midnight', night, '2026-04-06T23:30:00Z', '2026-04-06T19:00:00Z', '2026-04-07T04:00:00Z'],
    ['the next one', night, '2026-04-06T09:00:00Z', '2026-04-06T19:00:00Z', '2026-04-07T04:00:00Z'],
    [
      'a shorter night when summer time begins',
      night,
      '2026-03-28T21:00:00Z',
      '2026-03-28T20:00:00Z',
      '2026-03-29T04:00:00Z',
    ],
    ['a longer one when it ends', night, '2026-10-24T20:00:00Z', '2026-10-24T19:00:00Z', '2026-10-25T05:00:00Z'],
    [
      'only on its days',
      { ...night, days: [6], zone: 'UTC' },
      '2026-04-06T23:00:00Z',
      '2026-04-11T22:00:00Z',
      '2026-04-12T07:00:00Z',
    ],
    [
      'the whole day',
      { from: 0, to: 0, days: [1], zone: 'UTC' },
      '2026-04-06T12:00:00Z',
      '2026-04-06T00:00:00Z',
      '2026-04-07T00:00:00Z',
    ],
  ])('%s', (_name, hours, now, start, end) => {
    expect(quietSpan(hours, at(now))).toEqual({ start: at(start), end: at(end) })
  })

  test('none without days', () => {
    expect(quietSpan({ ...night, days: [] }, at('2026-04-06T09:00:00Z'))).toBeNull()
  })

  test('ends after now, begins before it ends, and lasts no longer than a day and an hour', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Sofia', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe')
    const minute = fc.integer({ min: 0, max: 1439 })
    const hours = fc.record({ from: minute, to: minute, days: fc.subarray(daily, { minLength: 1 }), zone })
    fc.assert(
      fc.property(hours, fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }), (quiet, now) => {
        const span = quietSpan(quiet, now)
        expect(span).not.toBeNull()
        if (!span) return
        expect(span.end).toBeGreaterThan(now)
        expect(span.end - span.start).toBeLessThanOrEqual(dayMs + hourMs)
        expect(span.start - now).toBeLessThanOrEqual(8 * dayMs)
      }),
    )
  })
})

test('zones are known or not', () => {
  expect(['Europe/Warsaw', 'UTC', 'Mars/Base', ''].map(isZone)).toEqual([true, true, false, false])
})

describe('not to be disturbed', () => {
  const evening = at('2026-04-06T19:00:00Z')
  const morning = at('2026-04-07T04:00:00Z')
  test.each<[string, Parameters<typeof doNotDisturbAt>, ReturnType<typeof doNotDisturbAt>]>([
    ['nothing is set', [disturb, null, evening], { ...disturb, lookAt: null }],
    [
      'by hand until he says so',
      [{ since: 5, until: null, by: 'hand' }, night, evening],
      { since: 5, until: null, by: 'hand', lookAt: null },
    ],
    [
      'by hand for a time',
      [{ since: 5, until: evening + 1, by: 'hand' }, null, evening],
      { since: 5, until: evening + 1, by: 'hand', lookAt: evening + 1 },
    ],
    ['its time is over', [{ since: 5, until: evening, by: 'hand' }, null, evening], { ...disturb, lookAt: null }],
    [
      'its time is over within quiet hours',
      [{ since: 5, until: evening + minuteMs, by: 'hand' }, night, evening + minuteMs],
      { since: evening + minuteMs, until: morning, by: 'quietHours', lookAt: morning },
    ],
    ['before quiet hours', [disturb, night, evening - 1], { ...disturb, lookAt: evening }],
    ['they begin', [disturb, night, evening], { since: evening, until: morning, by: 'quietHours', lookAt: morning }],
    [
      'they go on',
      [{ since: evening, until: morning, by: 'quietHours' }, night, evening + hourMs],
      { since: evening, until: morning, by: 'quietHours', lookAt: morning },
    ],
    [
      'they end',
      [{ since: evening, until: morning, by: 'quietHours' }, night, morning],
      { ...disturb, lookAt: evening + dayMs },
    ],
    ['he ended them himself', [disturb, night, evening + 1, true], { ...disturb, lookAt: evening + dayMs }],
  ])('%s', (_name, args, expected) => {
    expect(doNotDisturbAt(...args)).toEqual(expected)
  })
})
