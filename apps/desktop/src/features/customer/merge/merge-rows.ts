import type { Customer, CustomerField, MergedField } from '@care/contract'
import type { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { languageName } from '../language-name.ts'
import { sayValue } from '../../../shared/fields/own-field.ts'

type T = ReturnType<typeof useT>
export interface MergeRow {
  field: MergedField
  label: string
  /** In words: of the one who stays, and of the other. */
  values: [string, string]
}

/** Who is known better stays unless a person says otherwise: more requests, then the older record. */
export const stayingFirst = (a: Customer, b: Customer): Customer => {
  if (a.requests.total !== b.requests.total) return a.requests.total > b.requests.total ? a : b
  return a.createdAt <= b.createdAt ? a : b
}

/** The value of the one who stays, where he has one; a VIP mark is not lost by default. */
export function firstChoice(field: MergedField, target: Customer, source: Customer): 'target' | 'source' {
  if (field === 'isVip') return source.isVip ? 'source' : 'target'
  return isEmpty(valueOf(target, field)) ? 'source' : 'target'
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
const own = 'attribute:'

function valueOf(customer: Customer, field: MergedField): unknown {
  if (field === 'companyName') return customer.company?.name ?? ''
  if (field.startsWith(own)) return customer.attributes[field.slice(own.length)] ?? null
  return customer[field as Exclude<MergedField, `attribute:${string}` | 'companyName'>]
}

/** The fields in which two records differ; a choice is needed only there. */
export function mergeRows(t: T, fields: readonly CustomerField[], target: Customer, source: Customer): MergeRow[] {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const all: { field: MergedField; label: string; say: (value: unknown) => string }[] = [
    { field: 'name', label: t('customer.name'), say: text },
    { field: 'email', label: t('customer.email'), say: text },
    { field: 'phone', label: t('customer.phone'), say: text },
    { field: 'companyName', label: t('customer.company'), say: text },
    {
      field: 'language',
      label: t('customer.language'),
      say: (value) => (typeof value === 'string' ? languageName(t.language, value) : ''),
    },
    { field: 'timeZone', label: t('customer.timeZone'), say: text },
    {
      field: 'isVip',
      label: t('customer.vip'),
      say: (value) => t(value === true ? 'customer.isVip' : 'customer.isNotVip'),
    },
    ...fields
      .filter(({ isRemoved }) => !isRemoved)
      .map((field) => ({
        field: `attribute:${field.id}` as const,
        label: field.name,
        say: (value: unknown) => sayValue(t, field, value),
      })),
  ]
  return all.flatMap(({ field, label, say }) => {
    const [mine, theirs] = [valueOf(target, field), valueOf(source, field)]
    if (JSON.stringify(mine) === JSON.stringify(theirs) || (isEmpty(mine) && isEmpty(theirs))) return []
    const words = (value: unknown): string => say(value) || t('common.empty')
    return [{ field, label, values: [words(mine), words(theirs)] as [string, string] }]
  })
}
