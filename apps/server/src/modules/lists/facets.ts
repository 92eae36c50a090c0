import { createHash } from 'node:crypto'
import { foldText } from '@care/domain'

/** What a request can be filtered by. `seen` is whoever has, had or is offered a task of it; `free` waits in a queue for an assignee. */
export type FacetKind =
  | 'all'
  | 'category'
  | 'stage'
  | 'priority'
  | 'queue'
  | 'free'
  | 'assignee'
  | 'type'
  | 'location'
  | 'outcome'
  | 'vip'
  | 'company'
  | 'medium'
  | 'tag'
  | 'seen'

export const open = 0
export const closed = 1
/** Value of the facet `assignee` when nobody is. */
export const nobody = ''

const known = new Map<string, number>()
const mostKnown = 50_000

/**
 * The number of a facet: 52 bits of a hash of its name, so that it needs no table of its own and no two processes ever
 * have to agree on one. Among a million facets two are alike with a chance of one in ten thousand.
 */
export function facetOf(kind: FacetKind, value = ''): number {
  const name = `${kind}:${value}`
  const found = known.get(name)
  if (found !== undefined) return found
  const number = Number.parseInt(createHash('sha1').update(name).digest('hex').slice(0, 13), 16)
  if (known.size >= mostKnown) known.clear()
  known.set(name, number)
  return number
}

export interface Facts {
  category: string
  stage: string
  priority: string
  queueId: string | null
  assigneeId: string | null
  typeId: string
  locationId: string | null
  outcome: string | null
  isVip: boolean
  companyId: string | null
  media: readonly string[]
  /** Of the request and of its activities. */
  tags: readonly string[]
  seenBy: readonly string[]
}

/** Everything that a request can be filtered by, as numbers, each once, in order. */
export function facetsOf(facts: Facts): number[] {
  const isOpen = facts.category !== 'closed'
  const numbers = [
    facetOf('all'),
    // That a closed one is closed says its state.
    ...(isOpen ? [facetOf('category', facts.category)] : []),
    facetOf('stage', facts.stage),
    facetOf('priority', facts.priority),
    ...(facts.queueId === null ? [] : [facetOf('queue', facts.queueId)]),
    ...(facts.queueId === null || facts.assigneeId !== null ? [] : [facetOf('free', facts.queueId)]),
    facetOf('assignee', facts.assigneeId ?? nobody),
    facetOf('type', facts.typeId),
    ...(facts.locationId === null ? [] : [facetOf('location', facts.locationId)]),
    ...(facts.outcome === null ? [] : [facetOf('outcome', facts.outcome)]),
    ...(facts.isVip ? [facetOf('vip')] : []),
    ...(facts.companyId === null ? [] : [facetOf('company', facts.companyId)]),
    ...facts.media.map((medium) => facetOf('medium', medium)),
    ...facts.tags.map((tag) => facetOf('tag', foldText(tag))),
    ...facts.seenBy.map((id) => facetOf('seen', id)),
  ]
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
