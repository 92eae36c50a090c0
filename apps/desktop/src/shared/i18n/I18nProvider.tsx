import { pickLanguage, type Language } from '@care/i18n/core'
import { hasScreenWords, loadDesktop, loadScreenWords, type DesktopT } from '@care/i18n/desktop'
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'

const Words = createContext<DesktopT | null>(null)

/** Kept in the browser for the sign-in page; the operator's own setting goes before it. */
const storageKey = 'care.language'
export const rememberLanguage = (language: Language | null): void =>
  language === null ? localStorage.removeItem(storageKey) : localStorage.setItem(storageKey, language)
export const preferredLanguage = (own?: Language | null): Language =>
  pickLanguage([own, localStorage.getItem(storageKey), ...navigator.languages])

/** Screens that stand there already need their words at once in the new language too. */
async function loadWords(language: Language, before: DesktopT | null): Promise<DesktopT> {
  const t = await loadDesktop(language)
  if (before && hasScreenWords(before)) await loadScreenWords(t)
  return t
}

/** Loads the words of one language and shows nothing before they are there; the old words stay while others load. */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }): ReactNode {
  const [t, setT] = useState<DesktopT | null>(null)
  const shown = useRef<DesktopT | null>(null)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let isGone = false
    loadWords(language, shown.current).then(
      (loaded) => {
        if (isGone) return
        document.documentElement.lang = language
        shown.current = loaded
        setT(() => loaded)
      },
      (error: unknown) => isGone || setFailure(error),
    )
    return () => {
      isGone = true
    }
  }, [language])
  if (failure !== undefined && t === null) throw failure
  return t && <Words value={t}>{children}</Words>
}

/** For tests: words without loading. */
export const WordsProvider = Words

/** `const t = useT()`, then `t('tasks.region')`; keys and the names in braces are checked by the compiler. */
export function useT(): DesktopT {
  const t = use(Words)
  if (!t) throw new Error('no I18nProvider above')
  return t
}
