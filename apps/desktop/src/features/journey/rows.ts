import type { JourneyActivity, JourneyItem, JourneyKind, JourneyRequest } from '@care/contract'
import type { Medium } from '@care/domain'

export const periods = ['any', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]
const day = 86_400_000
const lengths: Record<Exclude<Period, 'any'>, number> = { week: 7 * day, month: 30 * day, year: 365 * day }

export interface JourneyFilter {
  status: 'all' | 'open' | 'closed'
  kind: JourneyKind | null
  medium: Medium | null
  period: Period
}
export const noFilter: JourneyFilter = { status: 'all', kind: null, medium: null, period: 'any' }
export const isFiltering = (filter: JourneyFilter): boolean =>
  filter.status !== 'all' || filter.kind !== null || filter.medium !== null || filter.period !== 'any'

/** The filter in the words of the server; a period counts from the beginning of a day, so that it is one query for long. */
export const queryOf = ({ status, kind, medium, period }: JourneyFilter, now: number): Record<string, string> => ({
  ...(status === 'all' ? {} : { state: status }),
  ...(kind === null ? {} : { kind }),
  ...(medium === null ? {} : { medium }),
  ...(period === 'any' ? {} : { from: String(Math.floor((now - lengths[period]) / day) * day) }),
})

export type { JourneyActivity }
interface Place {
  key: string
  level: 1 | 2
  /** From 1, among the rows of the same parent. */
  position: number
  of: number
}
export type JourneyRow = Place &
  (
    | { kind: 'request'; request: JourneyRequest; isExpanded: boolean; canExpand: boolean }
    | { kind: 'activity'; request: JourneyRequest; activity: JourneyActivity; isLast: boolean }
    | {
        kind: 'other'
        /** Null: the customer's own, of no request. */
        request: JourneyRequest | null
        item: Exclude<JourneyItem, { kind: 'activity' | 'request' }>
        isLast: boolean
      }
  )

interface Run {
  request: JourneyRequest | null
  /** Of its first item, latest of it. */
  key: string
  items: Exclude<JourneyItem, { kind: 'request' }>[]
}

/**
 * The line as runs: what belongs to one request and stands together is headed by it, so that time stays one line and still
 * each thing is seen with its request. A request's own making is its heading.
 */
function runsOf(items: readonly JourneyItem[], requests: ReadonlyMap<string, JourneyRequest>): Run[] {
  const runs: Run[] = []
  for (const item of items) {
    const request = (item.requestId !== null && requests.get(item.requestId)) || null
    let run = runs.at(-1)
    if (!run || run.request !== request || request === null) {
      run = { request, key: item.id, items: [] }
      runs.push(run)
    }
    if (item.kind !== 'request') run.items.push(item)
  }
  return runs
}

/** The rows as they stand on the screen. `folded` are requests whose activities a person has folded away. */
export function rowsOf(
  items: readonly JourneyItem[],
  requests: ReadonlyMap<string, JourneyRequest>,
  folded: ReadonlySet<string>,
): JourneyRow[] {
  const runs = runsOf(items, requests)
  return runs.flatMap((run, index): JourneyRow[] => {
    const { request } = run
    const at = { position: index + 1, of: runs.length }
    if (request === null)
      return run.items.flatMap((item): JourneyRow[] =>
        item.kind === 'activity' ? [] : [{ kind: 'other', key: item.id, level: 1, ...at, request, item, isLast: true }],
      )
    const canExpand = run.items.length > 0
    const isExpanded = canExpand && !folded.has(request.id)
    const head: JourneyRow = {
      kind: 'request',
      key: `${request.id}:${run.key}`,
      level: 1,
      ...at,
      request,
      isExpanded,
      canExpand,
    }
    if (!isExpanded) return [head]
    const of = run.items.length
    return [
      head,
      ...run.items.map((item, place): JourneyRow => {
        const row = { key: item.id, level: 2, position: place + 1, of, request, isLast: place === of - 1 } as const
        return item.kind === 'activity' ? { kind: 'activity', ...row, activity: item } : { kind: 'other', ...row, item }
      }),
    ]
  })
}

/** Where a key of the tree leads: another row, or a change of the row itself (WAI-ARIA tree pattern). */
export function treeKey(
  rows: readonly JourneyRow[],
  index: number,
  key: string,
): { focus: number } | { toggle: string } | { open: JourneyRow } | null {
  const row = rows[index]
  if (!row) return null
  const parent = rows.findLastIndex((other, at) => at < index && other.level === 1)
  switch (key) {
    case 'ArrowDown':
      return { focus: Math.min(index + 1, rows.length - 1) }
    case 'ArrowUp':
      return { focus: Math.max(index - 1, 0) }
    case 'Home':
      return { focus: 0 }
    case 'End':
      return { focus: rows.length - 1 }
    case 'ArrowRight':
      if (row.kind !== 'request' || !row.canExpand) return null
      return row.isExpanded ? { focus: index + 1 } : { toggle: row.request.id }
    case 'ArrowLeft':
      if (row.level === 2) return { focus: Math.max(parent, 0) }
      return row.kind === 'request' && row.isExpanded ? { toggle: row.request.id } : null
    case 'Enter':
    case ' ':
      return { open: row }
    default:
      return null
  }
}
