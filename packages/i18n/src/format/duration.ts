import type { Language } from '../core.ts'

/** Own words, because Intl.DurationFormat is not in every supported browser. */
const units: Record<Language, readonly [day: string, hour: string, minute: string, second: string]> = {
  en: ['d', 'h', 'm', 's'],
  ru: ['д', 'ч', 'мин', 'с'],
  pl: ['d', 'godz.', 'min', 's'],
  bg: ['д', 'ч', 'мин', 'с'],
}

/** '40 s', '5 m', '1 h 20 m', '4 d 6 h': at most two units, rounded down; negative counts as 0. `ms` in milliseconds. */
export function formatDuration(language: Language, ms: number): string {
  const [day, hour, minute, second] = units[language]
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return pair(days, day, hours % 24, hour)
  if (hours > 0) return pair(hours, hour, minutes % 60, minute)
  return minutes > 0 ? `${minutes}\u00A0${minute}` : `${seconds}\u00A0${second}`
}

/** A live counter: '4:07' under an hour, then as formatDuration. Rounded down; negative counts as 0. */
export function formatCounter(language: Language, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds >= 3600) return formatDuration(language, ms)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Numbers and units stay together (no-break space); a zero second unit is left out. */
const pair = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  `${big}\u00A0${bigUnit}` + (small > 0 ? ` ${small}\u00A0${smallUnit}` : '')
