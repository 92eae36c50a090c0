import type { DateRange, RequestFilter } from '@care/contract'
import { dayMs, foldText, stageCategories } from '@care/domain'
import type { OperatorActor } from '../../kernel/actor.ts'
import { soughtWords } from '../search/index.ts'
import { closed, facetOf, type FacetKind, nobody, open } from './facets.ts'

/** Any of these facets. */
export type AnyOf = readonly number[]
export interface Between {
  from: number | null
  to: number | null
}
export type DateField = 'created' | 'listed' | 'closed' | 'due'

/** A filter in the words of the lists' tables. */
export interface Conditions {
  /** Of each state that may fit, what must hold there. */
  byState: Map<number, AnyOf[]>
  dates: Partial<Record<DateField, Between>>
  /** Without a due time. */
  isUndated: boolean
  customerId: string | null
  /** Beginnings of words that were said, all of them; null = whatever was said. */
  words: readonly string[] | null
}

/** What one asks from: who one is, and what time it is there. */
export interface Asker {
  actor: OperatorActor
  now: number
  dayEndsAt?: number | undefined
}

/**
 * What of the requests that fit `filter` an operator may see, as facets; null = all. The twin of the domain's
 * canSeeRequest, less what the filter has ruled out or promised already.
 */
export function visibleTo(actor: OperatorActor, { queueId, assigneeId }: RequestFilter = {}): AnyOf | null {
  if (actor.permissions.has('requests.viewAll')) return null
  const isOwn = assigneeId?.every((who) => who === 'me' || who === actor.id) ?? false
  const areOwnQueues = queueId?.every((id) => actor.queueIds.has(id)) ?? false
  if (isOwn || areOwnQueues) return null
  const queues = [...actor.queueIds].filter((id) => queueId === undefined || queueId.includes(id))
  const isFree = assigneeId?.every((who) => who === 'nobody') ?? false
  return [
    ...(isFree ? [] : [facetOf('assignee', actor.id)]),
    facetOf('seen', actor.id),
    ...queues.map((id) => facetOf(isFree ? 'free' : 'queue', id)),
  ]
}

/** Translates a filter for whoever asks. */
export function conditionsOf(filter: RequestFilter, asker: Asker): Conditions {
  const always = [...simple(filter, asker.actor), visibleTo(asker.actor, filter)].filter((any) => any !== null)
  const byState = new Map<number, AnyOf[]>()
  for (const state of statesOf(filter)) byState.set(state, [...always, ...categories(filter, state)])
  return {
    byState,
    dates: datesOf(filter, asker),
    isUndated: filter.due === 'none',
    customerId: filter.customerId ?? null,
    words: filter.words === undefined ? null : soughtWords(filter.words),
  }
}

function simple(filter: RequestFilter, { id }: OperatorActor): Array<AnyOf | null> {
  const any = (kind: FacetKind, values: readonly string[] | undefined): AnyOf | null =>
    values === undefined ? null : [...new Set(values.map((value) => facetOf(kind, value)))]
  const people = filter.assigneeId?.map((who) => (who === 'me' ? id : who === 'nobody' ? nobody : who))
  return [
    any('stage', filter.stage),
    any('priority', filter.priority),
    any('queue', filter.queueId),
    any('assignee', people),
    any('type', filter.typeId),
    any('location', filter.locationId),
    any('outcome', filter.outcome),
    any('medium', filter.medium),
    any('tag', filter.tag?.map(foldText)),
    any('company', filter.companyId),
    filter.isVip === true ? [facetOf('vip')] : null,
  ]
}

function statesOf(filter: RequestFilter): number[] {
  const { category, state, due } = filter
  // What is closed is due no more.
  const mayBeOpen = state !== 'closed' && !filter.closed && !filter.outcome && hasOpen(category)
  const mayBeClosed =
    state !== 'open' &&
    due === undefined &&
    filter.dueAt === undefined &&
    (category === undefined || category.includes('closed'))
  return [...(mayBeOpen ? [open] : []), ...(mayBeClosed ? [closed] : [])]
}
const hasOpen = (category: RequestFilter['category']): boolean =>
  category === undefined || category.some((one) => one !== 'closed')

/** What the categories add where the state has not said it already. */
function categories({ category }: RequestFilter, state: number): AnyOf[] {
  const wanted = category?.filter((one) => one !== 'closed')
  if (state === closed || wanted === undefined || wanted.length === stageCategories.length - 1) return []
  return [wanted.map((one) => facetOf('category', one))]
}

function datesOf(filter: RequestFilter, { now, dayEndsAt }: Asker): Conditions['dates'] {
  const between = (range: DateRange): Between => ({
    from: range.lastDays === undefined ? (range.from ?? null) : now - range.lastDays * dayMs,
    to: range.to ?? null,
  })
  const due = both(
    filter.due === 'overdue'
      ? { from: null, to: now }
      : filter.due === 'today'
        ? { from: now, to: dayEndsAt ?? now + dayMs }
        : null,
    filter.dueAt ? between(filter.dueAt) : null,
  )
  return {
    ...(filter.created && { created: between(filter.created) }),
    ...(filter.updated && { listed: between(filter.updated) }),
    ...(filter.closed && { closed: between(filter.closed) }),
    ...(due && { due }),
  }
}

function both(a: Between | null, b: Between | null): Between | null {
  if (a === null || b === null) return a ?? b
  return {
    from: a.from === null ? b.from : Math.max(a.from, b.from ?? a.from),
    to: a.to === null ? b.to : Math.min(a.to, b.to ?? a.to),
  }
}
