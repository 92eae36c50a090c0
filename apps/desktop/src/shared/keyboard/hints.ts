import { isSingleKey } from './match-key.ts'
import { useSingleKeys, type SingleKeys } from './settings.ts'

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const signs: Readonly<Record<string, string>> = {
  Ctrl: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
const isSingle = (key: string): boolean => isSingleKey(key.split(' ')[0] ?? '')

/** A key as it is pressed under this setting; null when it is switched off. */
function asPressed(key: string, mode: SingleKeys): string | null {
  if (mode === 'on' || !isSingle(key)) return key
  return mode === 'off' ? null : `Alt+${key}`
}

/** How a key is written for people: '⇧ A', 'Ctrl ↵', on a Mac '⌘ ↵'. */
export const shownKey = (key: string): string =>
  key
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map((part) => signs[part] ?? part.toUpperCase())
        .join(' '),
    )
    .join(' ')

/** The same for `aria-keyshortcuts`. */
const ariaKey = (key: string): string => key.replaceAll('Ctrl+', isMac ? 'Meta+' : 'Control+')

export interface KeyHints {
  /** What a person reads of a key; null when it is switched off. */
  text: (key: string | undefined) => string | null
  /** Props for the control that does the same. */
  props: (key: string | undefined) => { 'aria-keyshortcuts'?: string }
  /** "Add request (C)" for a tooltip. */
  title: (words: string, key: string | undefined) => string
}

function hintsOf(mode: SingleKeys): KeyHints {
  const pressed = (key: string | undefined): string | null => (key === undefined ? null : asPressed(key, mode))
  const text = (key: string | undefined): string | null => {
    const press = pressed(key)
    return press === null ? null : shownKey(press)
  }
  return {
    text,
    props: (key) => {
      const press = pressed(key)
      return press === null ? {} : { 'aria-keyshortcuts': ariaKey(press) }
    },
    title: (words, key) => {
      const shown = text(key)
      return shown === null ? words : `${words} (${shown})`
    },
  }
}
const hints: Readonly<Record<SingleKeys, KeyHints>> = { on: hintsOf('on'), alt: hintsOf('alt'), off: hintsOf('off') }

/** Keys as controls show them, by the person's setting and the platform. */
export const useKeyHints = (): KeyHints => hints[useSingleKeys(({ mode }) => mode)]
