import { tagOf, type Language } from '@care/i18n/core'

/** The name of a weekday, 0 = Monday. */
export function weekdayName(weekday: number, language: Language): string {
  // 5 January 2026 was a Monday.
  const name = new Intl.DateTimeFormat(tagOf(language), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 5 + weekday),
  )
  return name.charAt(0).toLocaleUpperCase(tagOf(language)) + name.slice(1)
}
