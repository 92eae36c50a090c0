import { tagOf, type Language } from '@care/i18n/core'
import type { Format } from '../i18n/useFormat.ts'

const dayMs = 86_400_000
const midnight = (at: number): number => {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
const made = new Map<Language, { short: Intl.DateTimeFormat; yesterday: string }>()
function wordsOf(language: Language): { short: Intl.DateTimeFormat; yesterday: string } {
  const known = made.get(language)
  if (known) return known
  const tag = tagOf(language)
  const word = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-1, 'day')
  const words = {
    short: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
    yesterday: word.charAt(0).toLocaleUpperCase(tag) + word.slice(1),
  }
  made.set(language, words)
  return words
}

/** '14:08' today, 'Yesterday', '28 Oct' this year, else '28 Oct 2024'; by the reader's calendar. */
export function shortTime(format: Format, at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / dayMs)
  if (days <= 0) return format.time(at)
  const words = wordsOf(format.language)
  if (days === 1) return words.yesterday
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? words.short.format(at) : format.date(at)
}
