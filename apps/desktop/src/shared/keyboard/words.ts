import type { DesktopT } from '@care/i18n/desktop'
import type { KeyGroup } from './keys.ts'

/** The words of one key; those of `keys.` come with the screens. */
export const wordsOfKey = (t: DesktopT, group: KeyGroup, id: string): string =>
  (t as unknown as (key: string) => string)(group.words[id] ?? `keys.${group.id}.${id}`)

export const headingOfKeys = (t: DesktopT, group: KeyGroup): string =>
  (t as unknown as (key: string) => string)(`keys.groups.${group.id}`)
