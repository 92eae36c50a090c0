import type { Language } from '@care/i18n/core'

/** The word of a name that administrators set in every language; English where one is left empty, else any. */
export const localName = (name: Readonly<Record<Language, string>>, language: Language): string =>
  name[language] || name.en || (Object.values(name).find((word) => word !== '') ?? '')
