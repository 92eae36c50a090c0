import { isChoice } from './field-value.ts'
import { answersOf, mayDecide, type RequestField } from './request-field.ts'

/**
 * Why the fields of a type cannot be saved, empty when they can: `CODE:field id`, for the editor to show at the field.
 * Codes: DUPLICATE_FIELD, NO_NAME, NO_OPTIONS, UNKNOWN_STAGE (required in none), SHOWN_IF_UNKNOWN (the other field is none
 * or removed), SHOWN_IF_KIND (its answers cannot be counted), SHOWN_IF_VALUES (no or an unknown answer), SHOWN_IF_CIRCLE.
 */
export function fieldProblems(fields: readonly RequestField[], stageKeys: readonly string[]): string[] {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const kept = fields.filter(({ isRemoved }) => !isRemoved)
  const doubles = fields.filter(({ id }, index) => fields.findIndex((other) => other.id === id) !== index)
  return [
    ...doubles.map(({ id }) => `DUPLICATE_FIELD:${id}`),
    ...kept.flatMap((field) => problemsOf(field, byId, stageKeys).map((code) => `${code}:${field.id}`)),
  ]
}

function problemsOf(
  field: RequestField,
  byId: ReadonlyMap<string, RequestField>,
  stageKeys: readonly string[],
): string[] {
  const problems: string[] = []
  if (Object.values(field.name).every((name) => name === '')) problems.push('NO_NAME')
  if (isChoice(field) && field.options.length === 0) problems.push('NO_OPTIONS')
  const { requiredStages } = field
  if (
    field.required === 'stages' &&
    (requiredStages.length === 0 || requiredStages.some((key) => !stageKeys.includes(key)))
  )
    problems.push('UNKNOWN_STAGE')
  const { shownIf } = field
  if (shownIf === null) return problems
  const decider = byId.get(shownIf.fieldId)
  if (!decider || decider.isRemoved) problems.push('SHOWN_IF_UNKNOWN')
  else if (dependsOnItself(field, byId)) problems.push('SHOWN_IF_CIRCLE')
  else if (!mayDecide(decider)) problems.push('SHOWN_IF_KIND')
  else {
    const answers = answersOf(decider)
    if (shownIf.values.length === 0 || shownIf.values.some((value) => !answers.includes(value)))
      problems.push('SHOWN_IF_VALUES')
  }
  return problems
}

function dependsOnItself(field: RequestField, byId: ReadonlyMap<string, RequestField>): boolean {
  const seen = new Set<string>()
  for (let at: RequestField | undefined = field; at?.shownIf; at = byId.get(at.shownIf.fieldId)) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}
