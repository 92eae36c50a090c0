import { createTranslator, type Language, type Translation, type Translator } from '../core.ts'
import type { WidgetSource } from './en.ts'

export type WidgetT = Translator<WidgetSource>

const catalogues: Record<Language, () => Promise<Translation<WidgetSource>>> = {
  en: () => import('./en.ts').then((file) => file.en),
  ru: () => import('./ru.ts').then((file) => file.ru),
  pl: () => import('./pl.ts').then((file) => file.pl),
  bg: () => import('./bg.ts').then((file) => file.bg),
}

/** Fetches the words of one language and makes `t` for the widget. Rejects when the file cannot be fetched. */
export const loadWidget = async (language: Language): Promise<WidgetT> =>
  createTranslator<WidgetSource>(language, await catalogues[language]())
