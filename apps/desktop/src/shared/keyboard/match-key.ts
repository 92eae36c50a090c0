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
/** Signs whose keys are letters in other alphabets, or something else with ⌥. */
const signs: Readonly<Record<string, [plain: string, shifted: string]>> = { Comma: [',', '<'], Slash: ['/', '?'] }

/** What the key at this place says in the Latin layout; undefined where nothing of ours is. */
function byPlace({ code, shiftKey }: KeyPress): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  return letter === undefined ? signs[code]?.[shiftKey ? 1 : 0] : `${shiftKey ? 'Shift+' : ''}${letter}`
}

/**
 * The name of a press as shortcuts are written: 'j', 'Shift+a', '?', 'F6', 'Ctrl+Enter', 'Alt+ArrowUp'. Letters of
 * other alphabets, and what ⌥ makes of a key, go by the place of the key, so that shortcuts work in the Russian and
 * Bulgarian layouts and on a Mac; signs go by what they are, since their places differ. ⌘ counts as Ctrl.
 */
export function nameOfKey(press: KeyPress): string {
  const prefix = `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}`
  const shift = press.shiftKey ? 'Shift+' : ''
  if (isLatinLetter(press.key)) return `${prefix}${shift}${press.key.toLowerCase()}`
  const isOther = press.key.length === 1 && (/\p{L}/u.test(press.key) || (press.altKey && !/[ -~]/.test(press.key)))
  const place = isOther ? byPlace(press) : undefined
  if (place !== undefined) return `${prefix}${place}`
  // A sign says itself already that shift was held.
  if (press.key.length === 1) return `${prefix}${press.key}`
  return `${prefix}${shift}${press.key}`
}

/** Letters and signs alone, which people also type; they fire only where nothing is being typed. */
export const isSingleKey = (name: string): boolean => /^(Shift\+)?.$/.test(name)
