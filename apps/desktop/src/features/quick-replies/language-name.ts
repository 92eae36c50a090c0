import { tagOf, type Language } from '@care/i18n/core'

/** 'bg' is 'Bulgarian' in English, 'Болгарский' in Russian. */
export function languageName(reader: Language, language: Language): string {
  const name = new Intl.DisplayNames(tagOf(reader), { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(tagOf(reader)) + name.slice(1)
}
