/** The part of a keyboard event that decides; so that rules are tested without a browser. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const isLatinLetter = (key: string): boolean => /^[a-z]$/i.test(key)

/**
 * The name of a press as shortcuts are written: 'j', 'Shift+a', '?', 'F6', 'Ctrl+Enter', 'Alt+ArrowUp'. Letters of
 * other alphabets go by the place of the key, so that shortcuts work in the Russian and Bulgarian layouts; signs go by
 * what they are, since their places differ. ⌘ counts as Ctrl.
 */
export function nameOfKey(press: KeyPress): string {
  const prefix = `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}`
  const shift = press.shiftKey ? 'Shift+' : ''
  if (isLatinLetter(press.key)) return `${prefix}${shift}${press.key.toLowerCase()}`
  const place = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (press.key.length === 1 && place && /\p{L}/u.test(press.key)) return `${prefix}${shift}${place.toLowerCase()}`
  // A sign says itself already that shift was held.
  if (press.key.length === 1) return `${prefix}${press.key}`
  return `${prefix}${shift}${press.key}`
}

/** Letters and signs alone, which people also type; they fire only where nothing is being typed. */
export const isSingleKey = (name: string): boolean => /^(Shift\+)?.$/.test(name)
