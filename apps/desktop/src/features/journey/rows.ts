import type { JourneyRequest } from '@care/contract'
import type { Medium } from '@care/domain'

export interface JourneyFilter {
  status: 'all' | 'open' | 'closed'
  medium: Medium | null
}
export const noFilter: JourneyFilter = { status: 'all', medium: null }
export const isFiltering = (filter: JourneyFilter): boolean => filter.status !== 'all' || filter.medium !== null

export type JourneyActivity = JourneyRequest['activities'][number]
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
  )

/** Requests shown open without having been touched: all that are open, and the newest two. */
const expandedByDefault = 2

/** The requests that fit the filter, with only the activities that fit; newest activity first. */
export function filtered(requests: readonly JourneyRequest[], filter: JourneyFilter): JourneyRequest[] {
  return requests
    .filter(({ category }) => filter.status === 'all' || (category === 'closed') === (filter.status === 'closed'))
    .map((request) => ({
      ...request,
      activities: request.activities
        .filter(({ medium }) => filter.medium === null || medium === filter.medium)
        .toSorted((a, b) => b.startedAt - a.startedAt),
    }))
    .filter((request) => filter.medium === null || request.activities.length > 0)
}

/** The tree as a list of rows, as it stands on the screen. `toggled` are requests that a person opened or folded. */
export function rowsOf(requests: readonly JourneyRequest[], toggled: ReadonlySet<string>): JourneyRow[] {
  return requests.flatMap((request, index): JourneyRow[] => {
    const canExpand = request.canSee && request.activities.length > 0
    const byDefault = request.category !== 'closed' || index < expandedByDefault
    const isExpanded = canExpand && byDefault !== toggled.has(request.id)
    const parent: JourneyRow = {
      kind: 'request',
      key: request.id,
      level: 1,
      position: index + 1,
      of: requests.length,
      request,
      isExpanded,
      canExpand,
    }
    if (!isExpanded) return [parent]
    const count = request.activities.length
    return [
      parent,
      ...request.activities.map((activity, at): JourneyRow => ({
        kind: 'activity',
        key: activity.id,
        level: 2,
        position: at + 1,
        of: count,
        request,
        activity,
        isLast: at === count - 1,
      })),
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
      return row.isExpanded ? { focus: index + 1 } : { toggle: row.key }
    case 'ArrowLeft':
      if (row.kind === 'activity') return { focus: Math.max(parent, 0) }
      return row.isExpanded ? { toggle: row.key } : null
    case 'Enter':
    case ' ':
      return { open: row }
    default:
      return null
  }
}
