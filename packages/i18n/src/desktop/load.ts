import { createTranslator, type Language, type Translation, type Translator } from '../core.ts'
import type { DesktopSource } from './en.ts'

export type DesktopT = Translator<DesktopSource>

const catalogues: Record<Language, () => Promise<Translation<DesktopSource>>> = {
  en: () => import('./en.ts').then((file) => file.en),
  ru: () => import('./ru.ts').then((file) => file.ru),
  pl: () => import('./pl.ts').then((file) => file.pl),
  bg: () => import('./bg.ts').then((file) => file.bg),
}

/** Fetches the words of one language and makes `t` for the desktop. Rejects when the file cannot be fetched. */
export const loadDesktop = async (language: Language): Promise<DesktopT> =>
  createTranslator<DesktopSource>(language, await catalogues[language]())
