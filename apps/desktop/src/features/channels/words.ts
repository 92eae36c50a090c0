import type { DesktopT } from '@care/i18n/desktop'

/** The first of these that there are words for. */
function wordAt(t: DesktopT, paths: readonly string[]): string | null {
  // Kinds of channels name their words at run time; a path without words answers itself.
  const say = t as unknown as (path: string) => string
  return paths.map((path) => [path, say(path)] as const).find(([path, word]) => word !== path)?.[1] ?? null
}

export const kindWord = (t: DesktopT, kind: string): string => wordAt(t, [`channels.kinds.${kind}`]) ?? kind

/** What a field is called: the kind's own word, else one that kinds share, else its name. */
export const fieldWord = (t: DesktopT, kind: string, field: string): string =>
  wordAt(t, [`channels.${kind}.${field}`, `channels.fields.${field}`]) ?? field

export const choiceWord = (t: DesktopT, kind: string, field: string, choice: string): string =>
  wordAt(t, [`channels.${kind}.${field}.${choice}`, `channels.choices.${choice}`]) ?? choice

export const hintWord = (t: DesktopT, kind: string, field: string): string | null =>
  wordAt(t, [`channels.${kind}.${field}Hint`, `channels.fields.${field}Hint`])
