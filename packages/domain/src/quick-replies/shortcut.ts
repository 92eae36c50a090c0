import { foldText } from '../text/fold.ts'
import { limits } from '../text/limits.ts'

/** A shortcut as people type it, without the slash and spaces around it. */
export const normaliseShortcut = (typed: string): string => typed.trim().replace(/^\/+/u, '').normalize('NFC')

/** Letters, digits, hyphens and underscores: one word, so that it can be typed behind a slash. */
export const isShortcut = (shortcut: string): boolean =>
  shortcut.length <= limits.quickReply.shortcut && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u.test(shortcut)

/** The form in which shortcuts are unique and compared. */
export const foldShortcut = (shortcut: string): string => foldText(normaliseShortcut(shortcut))
