import {
  formatCounter,
  formatDate,
  formatDateTime,
  formatDuration,
  formatFileSize,
  formatNumber,
  formatRelative,
  formatTime,
} from '@care/i18n/format'
import { tagOf, type Language } from '@care/i18n/core'
import { useMemo } from 'react'
import { serverNow } from '../clock.ts'
import { useT } from './I18nProvider.tsx'

/** Times are epoch milliseconds, shown in the reader's own zone unless another is given. */
export interface Format {
  language: Language
  /** '14:08' */
  time: (at: number, timeZone?: string) => string
  /** '13 Nov 2026' */
  date: (at: number) => string
  /** '13 Nov 2026, 14:08' */
  dateTime: (at: number) => string
  /** '5 m', '1 h 20 m' */
  duration: (ms: number) => string
  /** '4:07' */
  counter: (ms: number) => string
  /** '5 min ago', 'Yesterday', by the server's clock */
  relative: (at: number) => string
  number: (value: number) => string
  fileSize: (bytes: number) => string
  /** 'Friday, 13 November' */
  day: (at: number) => string
  /** Names in the order of the language; numbers in them by their size. */
  compare: (a: string, b: string) => number
}

const made = new Map<Language, Format>()

export function formatFor(language: Language): Format {
  const known = made.get(language)
  if (known) return known
  const day = new Intl.DateTimeFormat(tagOf(language), { day: 'numeric', month: 'long' })
  const collator = new Intl.Collator(tagOf(language), { numeric: true })
  const format: Format = {
    language,
    time: (at, timeZone) => formatTime(language, at, timeZone),
    date: (at) => formatDate(language, at),
    dateTime: (at) => formatDateTime(language, at),
    duration: (ms) => formatDuration(language, ms),
    counter: (ms) => formatCounter(language, ms),
    relative: (at) => formatRelative(language, at, serverNow()),
    number: (value) => formatNumber(language, value),
    fileSize: (bytes) => formatFileSize(language, bytes),
    day: (at) => day.format(at),
    compare: (a, b) => collator.compare(a, b),
  }
  made.set(language, format)
  return format
}

/** Dates, times, durations and numbers the way the operator's language writes them. */
export function useFormat(): Format {
  const { language } = useT()
  return useMemo(() => formatFor(language), [language])
}
