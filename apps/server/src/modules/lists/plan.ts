import type { RequestSort } from '@care/contract'
import { priorities } from '@care/domain'
import type { Reader } from '../../db/store.ts'
import type { AnyOf, Between, Conditions, DateField } from './conditions.ts'
import { countsOf, type Counts } from './counts.ts'
import { closed, facetOf, open } from './facets.ts'
import { seek, type Sought } from '../search/index.ts'
import { numbersBetween } from './number-bounds.ts'
import type { Rest } from './holds.ts'
import type { Order, Range } from './kept-looks.ts'

/**
 * A sort is read in phases, one after the other: by priority is "urgent by update, then high …"; by due time is "the open
 * ones that have one, then the others by update".
 */
export interface Phase {
  order: Order
  isDescending: boolean
  /** Only these within the phase. */
  only: AnyOf | null
  /** The open ones with a due time, the closed ones, or all but those. */
  ends: { state: number; isWithout: boolean } | null
}

export function phasesOf({ by, isDescending }: RequestSort): Phase[] {
  const phase = (order: Order, descending = isDescending): Phase => ({
    order,
    isDescending: descending,
    only: null,
    ends: null,
  })
  const byEnd = (state: number): Phase[] => [
    { ...phase('end'), ends: { state, isWithout: false } },
    { ...phase('listed', true), ends: { state, isWithout: true } },
  ]
  if (by === 'updated') return [phase('listed')]
  // Numbers are given in the order of creation.
  if (by === 'created' || by === 'number') return [phase('number')]
  if (by === 'due') return byEnd(open)
  if (by === 'closed') return byEnd(closed)
  const ranked = isDescending ? priorities.toReversed() : priorities
  return ranked.map((priority) => ({ ...phase('listed', true), only: [facetOf('priority', priority)] }))
}

const unbound: Between = { from: null, to: null }

export interface Way {
  ranges: Range[]
  /** How many rows a page of this way is expected to look at, and how many there are at all. */
  perPage: number
  rows: number
}

/** What a plan of one filter needs, read once for all its phases. */
export interface Ground {
  conditions: Conditions
  counts: Counts
  numbers: Between
  /** What the words that are looked for stand for; null = none are. */
  sought: Sought | null
}

export async function groundOf(db: Reader, conditions: Conditions): Promise<Ground> {
  const facets = [...conditions.byState.values()].flat(2)
  const ranks = priorities.map((priority) => facetOf('priority', priority))
  // Beside each other: on PostgreSQL each is a way there and back.
  const [counts, numbers, sought] = await Promise.all([
    countsOf(db, [...facets, ...ranks]),
    numbersBetween(db, conditions.dates.created),
    conditions.words && seek(db, conditions.words),
  ])
  return { conditions, counts, numbers, sought }
}

/** The cheapest way to read a phase: drive from the rarest condition, look the others up row by row. */
export function wayOf({ conditions, counts, numbers }: Ground, phase: Phase, pageSize: number): Way {
  const way: Way = { ranges: [], perPage: 0, rows: 0 }
  const all = facetOf('all')
  for (const [state, given] of conditions.byState) {
    const { ends } = phase
    if (ends && !ends.isWithout && ends.state !== state) continue
    // Every closed one has been closed at some time.
    if (ends?.isWithout && ends.state === closed && state === closed) continue
    // None without a due time is due at some time.
    if (ends?.isWithout && ends.state === open && state === open && conditions.dates.due) continue
    const known = phase.only === null ? given : [...given, phase.only]
    const size = (any: AnyOf): number => any.reduce((sum, facet) => sum + counts(facet, state), 0)
    const driver = known.reduce<AnyOf>((best, any) => (size(any) < size(best) ? any : best), [all])
    // The rarest first: what fails early costs least.
    const others = known.filter((any) => any !== driver).toSorted((a, b) => size(a) - size(b))
    const { within, dates } = boundsOf(conditions, phase.order, state, numbers)
    const rest: Rest = {
      facets: others,
      dates,
      isUndated: conditions.isUndated || (ends?.isWithout === true && ends.state === open && state === open),
      customerId: conditions.customerId,
      words: conditions.words ?? [],
    }
    const total = Math.max(1, counts(all, state))
    const share = others.reduce((product, any) => product * Math.min(1, size(any) / total), 1)
    const isNarrow = Object.keys(dates).length > 0 || conditions.customerId !== null || conditions.words !== null
    way.rows += size(driver)
    way.perPage += Math.min(size(driver), pageSize / Math.max(share, 1e-6)) * (isNarrow ? 10 : 1)
    for (const facet of driver) {
      // Whatever has this facet has one of those among which it is.
      const unsaid = { ...rest, facets: others.filter((any) => !any.includes(facet)) }
      way.ranges.push({ facet, state, order: phase.order, isDescending: phase.isDescending, within, rest: unsaid })
    }
  }
  return way
}

/** Bounds of the order itself, and the dates that have still to be looked up for each row. */
function boundsOf(
  { dates }: Conditions,
  order: Order,
  state: number,
  numbers: Between,
): { within: Between; dates: Partial<Record<DateField, Between>> } {
  if (order === 'number') return { within: numbers, dates }
  if (order === 'end') {
    const { [state === closed ? 'closed' : 'due']: within, ...rest } = dates
    return { within: within ?? unbound, dates: rest }
  }
  const { listed, ...rest } = dates
  // Nothing is updated before it was made, or before it was closed.
  const from = Math.max(listed?.from ?? 0, rest.created?.from ?? 0, rest.closed?.from ?? 0)
  return { within: { from: from === 0 ? null : from, to: listed?.to ?? null }, dates: rest }
}
