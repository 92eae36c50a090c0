import type { DateRange, RequestFilter } from '@care/contract'
import { useQueries } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { fields, type FieldId, valuesOf } from './fields.ts'
import { useChoices } from './useChoices.ts'

export interface Words {
  text: string
  /** A value that is there no more: a removed queue, a deleted customer. */
  isBroken: boolean
}

/** What a set field says in words, and whether all of it still exists. */
export function useFilterWords(filter: RequestFilter): (field: FieldId) => Words {
  const t = useT()
  const format = useFormat()
  const choices = useChoices()
  // Of a closed account, which is no choice any more.
  const people = choices('assigneeId')
  const strangers = (filter.assigneeId ?? []).filter((id) => people?.every(({ value }) => value !== id))
  const names = useNames(filter, strangers)
  const dates = (range: DateRange): string => {
    if (range.lastDays !== undefined) return t('lists.lastDays', { n: range.lastDays })
    const [from, to] = [range.from, range.to].map((at) => (at === undefined ? '…' : format.date(at)))
    return `${from} – ${to}`
  }
  const knownOf = (field: FieldId) => {
    if (fields[field] === 'find' || fields[field] === 'findOne') return names(field)
    if (field !== 'assigneeId' || strangers.length === 0) return choices(field)
    const others = names(field)
    return people && others && [...people, ...others]
  }
  return (field) => {
    const kind = fields[field]
    if (kind === 'flag') return { text: t('lists.yes'), isBroken: false }
    if (kind === 'dates') return { text: dates((filter[field] ?? {}) as DateRange), isBroken: false }
    const known = knownOf(field)
    const values = valuesOf(filter, field).map((value) => {
      if (field === 'tag') return { text: value, isBroken: false }
      const label = known?.find((choice) => choice.value === value)?.label
      if (label !== undefined) return { text: label, isBroken: false }
      return known === undefined ? { text: '…', isBroken: false } : { text: t('lists.gone'), isBroken: true }
    })
    const [first] = values
    const more = values.length - 1
    return {
      text: more > 0 ? `${first?.text ?? ''} +${more}` : (first?.text ?? ''),
      isBroken: values.some(({ isBroken }) => isBroken),
    }
  }
}

const kinds: { [F in FieldId]?: 'customer' | 'company' | 'operator' } = {
  customerId: 'customer',
  companyId: 'company',
  assigneeId: 'operator',
}

function nameOf(kind: 'customer' | 'company' | 'operator', id: string): Promise<string> {
  if (kind === 'customer')
    return call('getCustomer', { params: { customerId: id } }).then(({ name, email, phone }) => name || email || phone)
  if (kind === 'company') return call('getCompany', { params: { companyId: id } }).then(({ name }) => name)
  return call('getOperator', { params: { operatorId: id } }).then(({ name }) => name)
}

/** Names of the customers and companies that a filter has by id, and of these operators. */
function useNames(filter: RequestFilter, operatorIds: readonly string[]) {
  const ids = [
    ...operatorIds.map((id) => ({ kind: 'operator' as const, id })),
    ...(filter.customerId === undefined ? [] : [{ kind: 'customer' as const, id: filter.customerId }]),
    ...(filter.companyId ?? []).map((id) => ({ kind: 'company' as const, id })),
  ]
  const answers = useQueries({
    queries: ids.map(({ kind, id }) => ({
      queryKey: [kind, id, 'name'],
      queryFn: () => nameOf(kind, id),
      retry: false,
      staleTime: 60_000,
    })),
  })
  return (field: FieldId) => {
    const own = ids.map(({ kind, id }, i) => ({
      kind,
      value: id,
      label: answers[i]?.data,
      isPending: answers[i]?.isPending,
    }))
    const mine = own.filter(({ kind }) => kind === kinds[field])
    if (mine.some(({ isPending }) => isPending)) return undefined
    return mine.flatMap(({ value, label }) => (label === undefined ? [] : [{ value, label }]))
  }
}
