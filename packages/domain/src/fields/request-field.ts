import type { LocalName } from '../text/local-name.ts'
import { type Attributes, type FieldKind, isAnswered, isChoice } from './field-value.ts'
import type { StageCategory } from '../request/lifecycle.ts'

/** When a request must have it: always, at a move into some stages, when it is closed, or never. */
export const requiredWhen = ['never', 'always', 'stages', 'closing'] as const
export type RequiredWhen = (typeof requiredWhen)[number]

/** Shown only while another field has one of these values: keys of its options, or `yes` and `no`. */
export interface ShownIf {
  fieldId: string
  values: readonly string[]
}
/** An own field of a request type (row J4). A removed one keeps its values until it is brought back. */
export interface RequestField {
  id: string
  name: LocalName
  kind: FieldKind
  options: readonly { key: string; name: LocalName }[]
  required: RequiredWhen
  /** Only with `stages`. */
  requiredStages: readonly string[]
  shownIf: ShownIf | null
  isRemoved: boolean
}

/** Kinds that another field's being shown may depend on: their answers can be counted. */
export const mayDecide = (field: Pick<RequestField, 'kind'>): boolean => isChoice(field) || field.kind === 'yesNo'

/** The answers of a field that another one may wait for. */
export const answersOf = (field: Pick<RequestField, 'kind' | 'options'>): string[] =>
  field.kind === 'yesNo' ? ['yes', 'no'] : field.options.map(({ key }) => key)

/** The fields that a request with these values shows, in their order: a field hides whatever depends on it. */
export function shownFields<F extends RequestField>(fields: readonly F[], attributes: Attributes): F[] {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const isShown = (field: RequestField, asking: readonly string[]): boolean => {
    if (field.isRemoved) return false
    if (field.shownIf === null) return true
    const decider = byId.get(field.shownIf.fieldId)
    // A circle was refused when the type was saved; were there one, nothing of it is shown.
    if (!decider || asking.includes(field.id)) return false
    return isShown(decider, [...asking, field.id]) && hasOne(decider, attributes, field.shownIf.values)
  }
  return fields.filter((field) => isShown(field, []))
}

function hasOne(field: RequestField, attributes: Attributes, values: readonly string[]): boolean {
  const value = attributes[field.id] ?? null
  if (!isAnswered(field, value)) return false
  if (typeof value === 'boolean') return values.includes(value ? 'yes' : 'no')
  return (Array.isArray(value) ? value : [String(value)]).some((key) => values.includes(key))
}

/** Whether this field must have a value in a request that enters the stage. */
export function isRequiredAt(field: RequestField, stage: { key: string; category: StageCategory }): boolean {
  switch (field.required) {
    case 'never':
      return false
    case 'always':
      return true
    case 'stages':
      return field.requiredStages.includes(stage.key)
    case 'closing':
      return stage.category === 'closed'
  }
}

/** What a request with these values lacks for entering the stage; what is not shown is not asked. */
export const missingFields = <F extends RequestField>(
  fields: readonly F[],
  attributes: Attributes,
  stage: { key: string; category: StageCategory },
): F[] =>
  shownFields(fields, attributes).filter(
    (field) => isRequiredAt(field, stage) && !isAnswered(field, attributes[field.id]),
  )
