import type { Language } from '@care/contract'

/** What a language is called in itself: whoever looks for his own finds it. */
export const languageNames: Record<Language, string> = { en: 'English', ru: 'Русский', pl: 'Polski', bg: 'Български' }
