import type { RequestFilter } from '@care/contract'

/** A field of the filter, by how it is chosen. Words have a field of their own on the screen. */
export type FieldId = Exclude<keyof RequestFilter, 'words'>
export type Kind = 'one' | 'some' | 'find' | 'findOne' | 'dates' | 'flag'

/** In the order of the menu. */
export const fields: Readonly<Record<FieldId, Kind>> = {
  state: 'one',
  category: 'some',
  stage: 'some',
  assigneeId: 'some',
  queueId: 'some',
  priority: 'some',
  typeId: 'some',
  medium: 'some',
  tag: 'find',
  due: 'one',
  isVip: 'flag',
  customerId: 'findOne',
  companyId: 'find',
  locationId: 'some',
  outcome: 'some',
  created: 'dates',
  updated: 'dates',
  closed: 'dates',
  dueAt: 'dates',
}
export const fieldIds = Object.keys(fields) as FieldId[]

/** Fields that are set, in the order of the menu. */
export const usedFields = (filter: RequestFilter): FieldId[] => fieldIds.filter((id) => filter[id] !== undefined)

/** The values of a field that has a list of them. */
export const valuesOf = (filter: RequestFilter, id: FieldId): readonly string[] => {
  const value = filter[id]
  return Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []
}

/** `filter` with one field set; nothing, or no value, takes it out. */
export function withField<F extends FieldId>(
  filter: RequestFilter,
  id: F,
  value: RequestFilter[F] | undefined,
): RequestFilter {
  const { [id]: _, ...others } = filter
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0)
  return (isEmpty ? others : { ...others, [id]: value }) as RequestFilter
}

/** `filter` looking for these words, or for none. */
export function withWords(filter: RequestFilter, words: string): RequestFilter {
  const { words: _, ...others } = filter
  return words === '' ? others : { ...others, words }
}
