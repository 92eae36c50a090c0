import type { RequestFieldView } from '@care/contract'
import { type AttributeValue, attributeProblem, type FieldKind, longestOf } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import { formatFor } from '../i18n/useFormat.ts'
import { localName } from '../words/local-name.ts'

/** An own field of a customer or a request, in the reader's language. */
export interface OwnFieldShape {
  id: string
  name: string
  kind: FieldKind
  options: readonly { key: string; name: string }[]
}

/** A request's field with its names in one language. */
export const inLanguage = (field: RequestFieldView, language: DesktopT['language']): OwnFieldShape => ({
  id: field.id,
  kind: field.kind,
  name: localName(field.name, language),
  options: field.options.map(({ key, name }) => ({ key, name: localName(name, language) })),
})

/** Who a person's id stands for; without it the value cannot be said. */
type NameOf = (operatorId: string) => string

/** A value of an own field in the reader's words; nothing when it does not fit the field any more. Numbers and dates may be in another language. */
export function sayValue(
  t: DesktopT,
  field: OwnFieldShape,
  value: unknown,
  personName: NameOf = () => '…',
  language = t.language,
): string {
  const nameOf = (key: unknown): string => field.options.find((option) => option.key === key)?.name ?? ''
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof value === 'string' ? value : ''
    case 'number':
      return typeof value === 'number' ? formatFor(language).number(value) : ''
    case 'date':
      // A day is the same day everywhere: noon of it stays in it in most zones.
      return typeof value === 'string' ? formatFor(language).date(new Date(`${value}T12:00:00`).getTime()) : ''
    case 'choice':
      return nameOf(value)
    case 'choices':
      return Array.isArray(value) ? value.map(nameOf).filter(Boolean).join(', ') : ''
    case 'yesNo':
      return typeof value === 'boolean' ? t(value ? 'ownFields.yes' : 'ownFields.no') : ''
    case 'person':
      return typeof value === 'string' ? personName(value) : ''
  }
}

/** What was typed as the value of its kind; a number may have a comma and spaces. */
export function typedValue(kind: FieldKind, typed: string): AttributeValue {
  if (typed.trim() === '') return null
  return kind === 'number' ? Number(typed.replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.')) : typed
}

/** Why a value cannot be saved, in words; null when it can. */
export function valueProblem(t: DesktopT, field: OwnFieldShape, value: AttributeValue): string | null {
  const problem = attributeProblem(field, value)
  if (problem === null) return null
  if (problem === 'tooLong') return t('common.tooLong', { n: longestOf(field.kind) })
  return t(field.kind === 'date' ? 'ownFields.notDate' : 'ownFields.notNumber')
}

const none = '-'
/** The key of an answer in a menu; `-` is none. */
export function keyOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : none
}
export const valueOfKey = (field: OwnFieldShape, key: string): AttributeValue =>
  key === none ? null : field.kind === 'yesNo' ? key === 'yes' : key

/** What may be chosen in a menu, "none" first. */
export function answersFor(
  t: DesktopT,
  field: OwnFieldShape,
  people: readonly { id: string; name: string }[],
): { value: string; label: string }[] {
  const answers =
    field.kind === 'yesNo'
      ? (['yes', 'no'] as const).map((key) => ({ value: key, label: t(`ownFields.${key}`) }))
      : field.kind === 'person'
        ? people.map(({ id, name }) => ({ value: id, label: name }))
        : field.options.map(({ key, name }) => ({ value: key, label: name }))
  return [{ value: none, label: t('common.empty') }, ...answers]
}

/** The keys with one of them switched, in the order of the options; null when none is left. */
export function toggled(field: OwnFieldShape, value: unknown, key: string): AttributeValue {
  const keys: unknown[] = Array.isArray(value) ? value : []
  const next = field.options
    .map((option) => option.key)
    .filter((one) => (one === key ? !keys.includes(one) : keys.includes(one)))
  return next.length === 0 ? null : next
}
