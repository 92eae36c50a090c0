import type { StageCategory } from './lifecycle.ts'

/** How two requests belong together. `duplicate`: the first is one of the second; `split`: the first came out of it. */
export const linkKinds = ['related', 'duplicate', 'split'] as const
export type LinkKind = (typeof linkKinds)[number]
/** What a person may choose; `split` only comes of splitting. */
export const chosenLinkKinds = ['related', 'duplicate'] as const satisfies readonly LinkKind[]

/** A request, its parts, their parts and so on: so many levels at most. */
export const familyLevels = 5

export const tieProblems = [
  'SAME_REQUEST',
  'OTHER_CUSTOMER',
  'SOURCE_CLOSED',
  'TARGET_CLOSED',
  'MERGED',
  'MERGED_SINCE',
  'UNDONE',
  'NOTHING_CHOSEN',
  'ALL_CHOSEN',
  'NOT_OF_REQUEST',
  'LOOP',
  'TOO_DEEP',
  'TOO_MANY',
  'LINKED_ALREADY',
  'OPEN_PARTS',
] as const
export type TieProblem = (typeof tieProblems)[number]

interface Tied {
  id: string
  customerId: string
  category: StageCategory
}

/** Why one request cannot be merged into another, or null when it can: two open ones of one customer. Rules 3, 25. */
export function whyNotMerge({ source, target }: { source: Tied; target: Tied }): TieProblem | null {
  if (source.id === target.id) return 'SAME_REQUEST'
  if (source.customerId !== target.customerId) return 'OTHER_CUSTOMER'
  if (source.category === 'closed') return 'SOURCE_CLOSED'
  return target.category === 'closed' ? 'TARGET_CLOSED' : null
}

/** Why these activities cannot become a request of their own, or null: some of them, not all, of an open request. */
export function whyNotSplit(split: {
  category: StageCategory
  chosenIds: readonly string[]
  allIds: readonly string[]
}): TieProblem | null {
  const chosen = new Set(split.chosenIds)
  if (split.category === 'closed') return 'SOURCE_CLOSED'
  if (chosen.size === 0) return 'NOTHING_CHOSEN'
  if ([...chosen].some((id) => !split.allIds.includes(id))) return 'NOT_OF_REQUEST'
  return chosen.size === split.allIds.length ? 'ALL_CHOSEN' : null
}

/**
 * Why a request cannot become a part of another, or null. `above`: the other one's parent, its parent and so on;
 * `levelsBelow`: how many levels of parts the request has itself.
 */
export function whyNotPart(family: {
  partId: string
  parentId: string
  above: readonly string[]
  levelsBelow: number
}): TieProblem | null {
  if (family.partId === family.parentId) return 'SAME_REQUEST'
  if (family.above.includes(family.partId)) return 'LOOP'
  // The parent, those above it, the part, those below it.
  return 1 + family.above.length + 1 + family.levelsBelow > familyLevels ? 'TOO_DEEP' : null
}
