import type { ListColumn, ListLayout, RequestSort } from '@care/contract'

interface Column {
  width: number
  word: `lists.columns.${ListColumn}`
  /** What its title sorts by, and which way first. */
  sort?: RequestSort
}
const column = (id: ListColumn, width: number, sort?: RequestSort['by'], isDescending = true): Column => ({
  width,
  word: `lists.columns.${id}`,
  ...(sort ? { sort: { by: sort, isDescending } } : {}),
})

export const columns: Readonly<Record<ListColumn, Column>> = {
  number: column('number', 72, 'number'),
  title: column('title', 220),
  customer: column('customer', 170),
  company: column('company', 150),
  stage: column('stage', 140),
  priority: column('priority', 96, 'priority'),
  queue: column('queue', 140),
  assignee: column('assignee', 150),
  type: column('type', 120),
  tags: column('tags', 150),
  due: column('due', 104, 'due', false),
  updated: column('updated', 96, 'updated'),
  created: column('created', 110, 'created'),
  closed: column('closed', 110, 'closed'),
  outcome: column('outcome', 120),
}
export const columnIds = Object.keys(columns) as ListColumn[]

/** Until one has chosen. */
export const usualLayout: ListLayout = (
  ['number', 'title', 'customer', 'stage', 'priority', 'queue', 'assignee', 'due', 'updated'] as const
).map((id) => ({ id, width: columns[id].width }))

/** What a card of a phone has room for: the chosen ones of the usual columns, others in the places of those left out. */
export function cardLayout(layout: ListLayout): ListLayout {
  const isUsual = ({ id }: { id: ListColumn }): boolean => usualLayout.some((one) => one.id === id)
  let places = usualLayout.length - layout.filter(isUsual).length
  return layout.filter((one) => isUsual(one) || places-- > 0)
}

export const narrowest = 48
export const widest = 800

/** `layout` with one column shown or hidden; a new one comes to the end. The last one stays. */
export function withColumn(layout: ListLayout, id: ListColumn, isShown: boolean): ListLayout {
  const others = layout.filter((one) => one.id !== id)
  if (isShown) return [...others, { id, width: columns[id].width }]
  return others.length === 0 ? layout : others
}

/** `layout` with one column a place further to the start (-1) or the end (1). */
export function moved(layout: ListLayout, id: ListColumn, by: -1 | 1): ListLayout {
  const from = layout.findIndex((one) => one.id === id)
  const to = from + by
  const [one, other] = [layout[from], layout[to]]
  if (!one || !other) return layout
  return layout.with(from, other).with(to, one)
}

export const sized = (layout: ListLayout, id: ListColumn, width: number): ListLayout =>
  layout.map((one) =>
    one.id === id ? { ...one, width: Math.round(Math.min(widest, Math.max(narrowest, width))) } : one,
  )
