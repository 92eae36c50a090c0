import { createTranslator, type Language, type Translation, type Translator } from '../core.ts'
import type { LaterSource } from './en-later.ts'
import type { WidgetSource } from './en.ts'

export type EveryWidgetSource = WidgetSource & LaterSource
export type WidgetT = Translator<EveryWidgetSource>

const catalogues: Record<Language, () => Promise<Translation<WidgetSource>>> = {
  en: () => import('./en.ts').then((file) => file.en),
  ru: () => import('./ru.ts').then((file) => file.ru),
  pl: () => import('./pl.ts').then((file) => file.pl),
  bg: () => import('./bg.ts').then((file) => file.bg),
}
const later: Record<Language, () => Promise<Translation<LaterSource>>> = {
  en: () => import('./en-later.ts').then((file) => file.enLater),
  ru: () => import('./ru-later.ts').then((file) => file.ruLater),
  pl: () => import('./pl-later.ts').then((file) => file.plLater),
  bg: () => import('./bg-later.ts').then((file) => file.bgLater),
}
/** What each `t` reads, for the words that come later. */
const wordsOf = new WeakMap<WidgetT, object>()

/**
 * Fetches the words of one language and makes `t` for the widget. The words of what loads on demand are not in it before
 * `loadLaterWords`. Rejects when the file cannot be fetched.
 */
export async function loadWidget(language: Language): Promise<WidgetT> {
  const words = { ...(await catalogues[language]()) } as Translation<EveryWidgetSource>
  const t = createTranslator<EveryWidgetSource>(language, words)
  wordsOf.set(t, words)
  return t
}

/** Gives `t` the words of what loads on demand. Rejects when the file cannot be fetched. */
export async function loadLaterWords(t: WidgetT): Promise<void> {
  const words = wordsOf.get(t)
  if (words) Object.assign(words, await later[t.language]())
}
