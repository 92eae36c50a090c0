/** Kinds of the workspace's own customer fields (row C2). */
export const customerFieldKinds = ['text', 'number', 'date', 'choice', 'choices', 'yesNo'] as const
export type CustomerFieldKind = (typeof customerFieldKinds)[number]

/** One answer of a choice; its key stays when it is renamed. */
export interface FieldOption {
  key: string
  name: string
}
/** A date is written YYYY-MM-DD, a choice as the key of its option. Null clears. */
export type AttributeValue = string | number | boolean | string[] | null

export interface CustomerFieldRule {
  kind: CustomerFieldKind
  options: readonly FieldOption[]
}
export const longestAttribute = 1_000

/** Why the value does not fit the field; null when it does. */
export function attributeProblem(
  field: CustomerFieldRule,
  value: AttributeValue,
): 'kind' | 'tooLong' | 'option' | null {
  if (value === null) return null
  const isKnown = (key: string): boolean => field.options.some((option) => option.key === key)
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') return 'kind'
      return Array.from(value).length > longestAttribute ? 'tooLong' : null
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
export function normalAttribute(field: CustomerFieldRule, value: AttributeValue): AttributeValue {
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
