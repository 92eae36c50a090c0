/** Keys that stand together in the help: ids of one feature and the presses for them, by the names of nameOfKey(). */
export interface KeyGroup<Id extends string = string> {
  /** Its heading is the word `keys.groups.<id>`, that of an id `keys.<group>.<id>` unless `words` says another. */
  readonly id: string
  /** Where it stands in the help, 1 first. */
  readonly place: number
  /** `g d` is one after the other. None: without a key, but in the palette. */
  readonly keys: Readonly<Record<Id, readonly string[]>>
  readonly words: Readonly<Partial<Record<Id, string>>>
  /** Those that only move the focus: in the help, but not in the palette. */
  readonly moves: readonly Id[]
}

/**
 * Declares keys. Each feature has a `keys.ts` that exports its groups: handling (useShortcuts), help, hints and palette
 * are all drawn from there.
 */
export function keyGroup<const Id extends string>(
  id: string,
  place: number,
  keys: Readonly<Record<Id, readonly string[]>>,
  more: { words?: Readonly<Partial<Record<NoInfer<Id>, string>>>; moves?: readonly NoInfer<Id>[] } = {},
): KeyGroup<Id> {
  const { words = {} as Partial<Record<Id, string>>, moves = [] } = more
  return { id, place, keys, words, moves }
}

/** Which of the group a press is for. */
export function idOfKey<Id extends string>(group: KeyGroup<Id>, name: string): Id | undefined {
  return (Object.keys(group.keys) as Id[]).find((id) => group.keys[id].includes(name))
}
