import { foldText, fuzzyFit } from '@care/domain'

/** Under which heading it stands; the order is that of an empty search. */
export const sections = ['recent', 'actions', 'go', 'requests', 'customers', 'operators', 'replies'] as const
export type Section = (typeof sections)[number]

/** One line of the palette. */
export interface Item {
  /** The same each time, so that its use is counted and the choice stays while others come. */
  id: string
  section: Section
  label: string
  /** Grey beside it; is searched too. */
  detail?: string
  /** Of a customer, or of a request of his. */
  isVip?: boolean
  /** The key that does the same. */
  keys?: string | null
  /** The server found it by what is typed, perhaps in what is not shown. */
  isFound?: boolean
  run: () => void
}

export interface Shown extends Item {
  rank: number
}

/** A heading with its lines, the best first. */
export interface Group {
  section: Section
  items: readonly Shown[]
}

const mostOf = (isTyped: boolean): number => (isTyped ? 6 : 12)

/** What fits, grouped; the group with the best line first, within each what fits best and is used most. */
export function arrange(items: readonly Item[], typed: string, usesOf: (id: string) => number): Group[] {
  const wanted = foldText(typed.trim())
  const ranked = items.flatMap((item) => {
    const inLabel = fuzzyFit(foldText(item.label), wanted)
    const anywhere = fuzzyFit(foldText(`${item.label} ${item.detail ?? ''}`), wanted)
    const fit = inLabel ?? (anywhere === null ? (item.isFound ? 20 : null) : anywhere - 10)
    return fit === null ? [] : [{ ...item, rank: fit + 6 * Math.log2(1 + usesOf(item.id)) }]
  })
  const groups = sections.flatMap((section) => {
    const own = ranked.filter((item) => item.section === section)
    // What was opened last stands first by itself.
    const inOrder = section === 'recent' && wanted === '' ? own : own.toSorted((a, b) => b.rank - a.rank)
    return own.length === 0 ? [] : [{ section, items: inOrder.slice(0, mostOf(wanted !== '')) }]
  })
  return wanted === '' ? groups : groups.toSorted((a, b) => (b.items[0]?.rank ?? 0) - (a.items[0]?.rank ?? 0))
}
