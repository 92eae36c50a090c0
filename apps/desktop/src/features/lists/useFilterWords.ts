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
  const names = useNames(filter)
  const dates = (range: DateRange): string => {
    if (range.lastDays !== undefined) return t('lists.lastDays', { n: range.lastDays })
    const [from, to] = [range.from, range.to].map((at) => (at === undefined ? '…' : format.date(at)))
    return `${from} – ${to}`
  }
  return (field) => {
    const kind = fields[field]
    if (kind === 'flag') return { text: t('lists.yes'), isBroken: false }
    if (kind === 'dates') return { text: dates((filter[field] ?? {}) as DateRange), isBroken: false }
    const known = kind === 'find' || kind === 'findOne' ? names(field) : choices(field)
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

/** Names of the customers and companies that a filter has by id. */
function useNames(filter: RequestFilter) {
  const ids = [
    ...(filter.customerId === undefined ? [] : [{ kind: 'customer' as const, id: filter.customerId }]),
    ...(filter.companyId ?? []).map((id) => ({ kind: 'company' as const, id })),
  ]
  const answers = useQueries({
    queries: ids.map(({ kind, id }) => ({
      queryKey: [kind, id, 'name'],
      queryFn: (): Promise<string> =>
        kind === 'customer'
          ? call('getCustomer', { params: { customerId: id } }).then(({ name, email, phone }) => name || email || phone)
          : call('getCompany', { params: { companyId: id } }).then(({ name }) => name),
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
    const mine = own.filter(({ kind }) => (kind === 'customer') === (field === 'customerId'))
    if (mine.some(({ isPending }) => isPending)) return undefined
    return mine.flatMap(({ value, label }) => (label === undefined ? [] : [{ value, label }]))
  }
}
