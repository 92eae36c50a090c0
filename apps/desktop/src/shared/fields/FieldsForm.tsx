import type { RequestFieldView } from '@care/contract'
import { type Attributes, isRequiredAt, missingFields, shownFields, type StageCategory } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { FieldInput } from './FieldInput.tsx'
import { inLanguage, valueProblem } from './own-field.ts'

interface StageKey {
  key: string
  category: StageCategory
}

/** What of the values would be refused at this stage, by field, in words. */
export function formProblems(
  t: DesktopT,
  fields: readonly RequestFieldView[],
  values: Attributes,
  stage: StageKey,
): Record<string, string> {
  const missing = missingFields(fields, values, stage).map(({ id }) => [id, t('ownFields.required')] as const)
  const wrong = shownFields(fields, values).flatMap((field) => {
    const problem = valueProblem(t, inLanguage(field, t.language), values[field.id] ?? null)
    return problem === null ? [] : [[field.id, problem] as const]
  })
  return Object.fromEntries([...missing, ...wrong])
}

interface FieldsFormProps {
  fields: readonly RequestFieldView[]
  values: Attributes
  stage: StageKey
  /** Empty until it was tried to send. */
  problems: Record<string, string>
  onChange: (values: Attributes) => void
  /** Only these, and what their answers bring up; all of them otherwise. */
  only?: ReadonlySet<string>
}

/** Own fields of a request in a form: what is shown follows the answers, what the stage asks for is marked. */
export function FieldsForm({ fields, values, stage, problems, onChange, only }: FieldsFormProps): ReactNode {
  const t = useT()
  const asked = (field: RequestFieldView): boolean =>
    only === undefined || only.has(field.id) || (field.shownIf !== null && only.has(field.shownIf.fieldId))
  return shownFields(fields, values)
    .filter(asked)
    .map((field) => (
      <FieldInput
        key={field.id}
        field={inLanguage(field, t.language)}
        value={values[field.id] ?? null}
        isRequired={isRequiredAt(field, stage)}
        problem={problems[field.id] ?? null}
        onChange={(value) => onChange({ ...values, [field.id]: value })}
      />
    ))
}

/** The fields that the stage lacks now: what a dialog asks for. */
export const askedFields = (
  fields: readonly RequestFieldView[],
  values: Attributes,
  stage: StageKey,
): ReadonlySet<string> => new Set(missingFields(fields, values, stage).map(({ id }) => id))

/** Only what differs from what stands there. */
export const changedValues = (before: Attributes, now: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(now).filter(([id, value]) => JSON.stringify(before[id] ?? null) !== JSON.stringify(value ?? null)),
  )
