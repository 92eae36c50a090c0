import { tagOf, type Language } from '@care/i18n/core'

/** 'bg' is 'Bulgarian' in English, 'Болгарский' in Russian; the key itself when the browser has no word. */
export function languageName(reader: Language, key: string): string {
  const name = new Intl.DisplayNames(tagOf(reader), { type: 'language' }).of(key) ?? key
  return name.charAt(0).toLocaleUpperCase(tagOf(reader)) + name.slice(1)
}
