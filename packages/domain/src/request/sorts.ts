/** What lists of requests are sorted by. */
export const requestSorts = ['updated', 'created', 'number', 'due', 'closed', 'priority'] as const
export type RequestSortBy = (typeof requestSorts)[number]

/** Of a filter, what decides about its sorts. */
interface Narrowing {
  words?: string | undefined
  created?: { to?: number | undefined } | undefined
  updated?: object | undefined
  closed?: object | undefined
  dueAt?: object | undefined
  due?: string | undefined
}
type Sorts = ReadonlyArray<RequestSortBy>

/**
 * The sorts that are offered with a filter, best first. A time narrows the order of its own; against another order it
 * would have to be looked for row by row among all that there are. Words are found in the order of creation.
 */
export function sortsFor({ words, created, updated, closed, dueAt, due }: Narrowing): Sorts {
  const byCreated: Sorts =
    created?.to === undefined ? ['created', 'number', 'updated', 'priority'] : ['created', 'number']
  if (words !== undefined) return ['created', 'number']
  const rules: Sorts[] = [
    ...(closed ? [['closed'] as const] : []),
    ...(updated ? [['updated', 'priority'] as const] : []),
    ...(created ? [byCreated] : []),
    ...(dueAt || due === 'today' ? [['due'] as const] : []),
    ...(due === 'overdue' ? [['due', 'updated', 'priority'] as const] : []),
  ]
  const [first, ...others] = rules
  if (!first) return requestSorts
  const all = first.filter((by) => others.every((rule) => rule.includes(by)))
  return all.length === 0 ? first : all
}
