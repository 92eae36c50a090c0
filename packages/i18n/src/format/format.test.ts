import { describe, expect, it } from 'vitest'
import {
  formatCounter,
  formatDate,
  formatDateTime,
  formatDuration,
  formatFileSize,
  formatNumber,
  formatRelative,
} from './index.ts'

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('formatDuration', () => {
  it.each([
    ['en', 5 * minute, '5 m'],
    ['en', 80 * minute, '1 h 20 m'],
    ['ru', 80 * minute, '1 ч 20 мин'],
    ['pl', 80 * minute, '1 godz. 20 min'],
    ['bg', 4 * day + 6 * hour + 59 * minute, '4 д 6 ч'],
    ['pl', 4 * day + 6 * hour, '4 d 6 godz.'],
    ['en', 2 * hour, '2 h'],
    ['en', 59_999, '59 s'],
    ['en', -5, '0 s'],
  ] as const)('%s %d is %s', (language, ms, expected) => {
    expect(plain(formatDuration(language, ms))).toBe(expected)
  })
})

it('counts m:ss under an hour', () => {
  expect(formatCounter('en', 247_900)).toBe('4:07')
  expect(formatCounter('en', -1)).toBe('0:00')
  expect(plain(formatCounter('en', hour))).toBe('1 h')
})

describe('dates, numbers and sizes follow the language', () => {
  const at = Date.UTC(2026, 10, 13, 14, 8)
  it.each([
    ['en', '13 Nov 2026, 14:08'],
    ['ru', '13 нояб. 2026 г., 14:08'],
    ['pl', '13 lis 2026, 14:08'],
    ['bg', '13.11.2026 г., 14:08'],
  ] as const)('%s writes %s', (language, expected) => {
    expect(plain(formatDateTime(language, at, 'UTC'))).toBe(expected)
  })
  it.each([
    ['en', '1,284', '12,845'],
    ['ru', '1 284', '12 845'],
    ['pl', '1284', '12 845'],
    ['bg', '1284', '12 845'],
  ] as const)('%s writes %s and %s', (language, small, big) => {
    expect([plain(formatNumber(language, 1284)), plain(formatNumber(language, 12_845))]).toEqual([small, big])
  })
  it.each([
    ['en', 900, '900 B'],
    ['en', 212 * 1024, '212 KB'],
    ['en', 1.2 * 1024 * 1024, '1.2 MB'],
    ['ru', 25 * 1024 * 1024, '25 МБ'],
  ] as const)('%s writes %d bytes as %s', (language, bytes, expected) => {
    expect(plain(formatFileSize(language, bytes))).toBe(expected)
  })
})

describe('formatRelative', () => {
  const now = new Date(2026, 10, 13, 12, 0).getTime()
  it('is relative for a day, then says Yesterday, then the date', () => {
    expect(formatRelative('en', now - 20_000, now)).toBe('now')
    expect(formatRelative('en', now - 5 * minute, now)).toBe('5 min ago')
    expect(formatRelative('en', now - 25 * hour, now)).toBe('Yesterday')
    expect(formatRelative('ru', now - 25 * hour, now)).toBe('Вчера')
    expect(formatRelative('en', now - 3 * day, now)).toBe(formatDate('en', now - 3 * day))
    expect(formatRelative('en', now + 2 * hour, now)).toContain('in 2 h')
  })
})
