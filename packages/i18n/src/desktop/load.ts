import { createTranslator, type Language, type Translation, type Translator } from '../core.ts'
import type { DeskSource } from './en-desk.ts'
import type { ScreensSource } from './en-screens.ts'
import type { DesktopSource } from './en.ts'

export type DesktopT = Translator<DesktopSource>

const desk: Record<Language, () => Promise<Translation<DeskSource>>> = {
  en: () => import('./en-desk.ts').then((file) => file.enDesk),
  ru: () => import('./ru-desk.ts').then((file) => file.ruDesk),
  pl: () => import('./pl-desk.ts').then((file) => file.plDesk),
  bg: () => import('./bg-desk.ts').then((file) => file.bgDesk),
}
const screens: Record<Language, () => Promise<Translation<ScreensSource>>> = {
  en: () => import('./en-screens.ts').then((file) => file.enScreens),
  ru: () => import('./ru-screens.ts').then((file) => file.ruScreens),
  pl: () => import('./pl-screens.ts').then((file) => file.plScreens),
  bg: () => import('./bg-screens.ts').then((file) => file.bgScreens),
}
/** What each `t` reads that has no words of screens yet; they are added to it when they come. */
const withoutScreens = new WeakMap<DesktopT, object>()

/**
 * Fetches the words of the desk in one language and makes `t`. The words of what loads on demand are not in it before
 * `loadScreenWords`. Rejects when the file cannot be fetched.
 */
export async function loadDesktop(language: Language): Promise<DesktopT> {
  const catalogue = { ...(await desk[language]()) } as Translation<DesktopSource>
  const t = createTranslator<DesktopSource>(language, catalogue)
  withoutScreens.set(t, catalogue)
  return t
}

/** Whether `t` has the words of everything that loads on demand; one made of a whole catalogue has them from the start. */
export const hasScreenWords = (t: DesktopT): boolean => !withoutScreens.has(t)

/** Gives `t` the words of everything that loads on demand; fetched once. Rejects when the file cannot be fetched. */
export async function loadScreenWords(t: DesktopT): Promise<void> {
  const catalogue = withoutScreens.get(t)
  if (!catalogue) return
  Object.assign(catalogue, await screens[t.language]())
  withoutScreens.delete(t)
}
