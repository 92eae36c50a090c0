/** Kinds of own fields, of customers (row C2) and of request types (row J4) alike. */
export const fieldKinds = ['text', 'longText', 'number', 'date', 'choice', 'choices', 'yesNo', 'person'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** One answer of a choice; its key stays when it is renamed. */
export interface FieldOption {
  key: string
  name: string
}
/** A date is written YYYY-MM-DD, a choice as the key of its option, a person as the operator's id. Null clears. */
export type AttributeValue = string | number | boolean | string[] | null
/** What a customer or a request has in its own fields, by the field's id. */
export type Attributes = Record<string, AttributeValue>

/** What the values of a field are checked by. */
export interface FieldRule {
  kind: FieldKind
  options: readonly { key: string }[]
}
export const longestAttribute = 1_000
export const longestLongAttribute = 10_000
const longestId = 64

/** Whether the field has options to choose from. */
export const isChoice = ({ kind }: Pick<FieldRule, 'kind'>): boolean => kind === 'choice' || kind === 'choices'

/** The most characters that its value may have. */
export const longestOf = (kind: FieldKind): number => (kind === 'longText' ? longestLongAttribute : longestAttribute)

/** Why the value does not fit the field; null when it does. */
export function attributeProblem(field: FieldRule, value: AttributeValue): 'kind' | 'tooLong' | 'option' | null {
  if (value === null) return null
  const isKnown = (key: string): boolean => field.options.some((option) => option.key === key)
  switch (field.kind) {
    case 'text':
    case 'longText':
      if (typeof value !== 'string') return 'kind'
      return value.length > longestOf(field.kind) ? 'tooLong' : null
    case 'person':
      return typeof value === 'string' && value.length <= longestId ? null : 'kind'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'kind'
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'kind'
    case 'choice':
      if (typeof value !== 'string') return 'kind'
      return isKnown(value) ? null : 'option'
    case 'choices':
      if (!Array.isArray(value)) return 'kind'
      return value.every(isKnown) ? null : 'option'
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'kind'
  }
}

/** The value as it is kept: nothing for empty text and an empty list, each choice once in the order of the options. */
export function normalAttribute(field: FieldRule, value: AttributeValue): AttributeValue {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (!Array.isArray(value)) return value
  const keys = field.options.map(({ key }) => key).filter((key) => value.includes(key))
  return keys.length === 0 ? null : keys
}

/** YYYY-MM-DD that stands in the calendar; years of four digits. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Whether the field has a value that still fits it; an option that was removed since is none. */
export function isAnswered(field: FieldRule, value: AttributeValue | undefined): boolean {
  const kept = normalAttribute(field, value ?? null)
  return kept !== null && attributeProblem(field, kept) === null
}
