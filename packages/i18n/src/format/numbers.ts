import { tagOf, type Language } from '../core.ts'

const made = new Map<string, Intl.NumberFormat>()
/** Making an Intl object costs more than a hundred uses of it, so each is kept. */
const numberFormat = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = language + JSON.stringify(options)
  const format = made.get(key) ?? new Intl.NumberFormat(tagOf(language), options)
  made.set(key, format)
  return format
}

/** '12,845' in English, '12 845' in the other three. */
export const formatNumber = (language: Language, value: number): string => numberFormat(language).format(value)

const steps = {
  en: ['B', 'KB', 'MB', 'GB'],
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  pl: ['B', 'KB', 'MB', 'GB'],
  bg: ['B', 'KB', 'MB', 'GB'],
} as const satisfies Record<Language, readonly string[]>

/** '212 KB', '1.2 MB': 1 KB is 1,024 bytes; one digit after the point below 10. */
export function formatFileSize(language: Language, bytes: number): string {
  let value = bytes
  let step = 0
  while (value >= 1024 && step < 3) {
    value /= 1024
    step += 1
  }
  const digits = step > 0 && value < 10 ? 1 : 0
  return `${numberFormat(language, { maximumFractionDigits: digits }).format(value)}\u00A0${steps[language][step] ?? ''}`
}
