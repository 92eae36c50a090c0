import type { RequestDetails } from '@care/contract'
import { shownFields, type Attributes } from '@care/domain'
import type { ReactNode } from 'react'
import { FieldConflicts, type FieldWords } from '../../../shared/edit/FieldConflicts.tsx'
import type { BoundField } from '../../../shared/edit/useBoundFields.ts'
import type { FieldEdits } from '../../../shared/edit/useFieldEdits.ts'
import { inLanguage, sayValue } from '../../../shared/fields/own-field.ts'
import { OwnField } from '../../../shared/fields/OwnField.tsx'
import { usePeople } from '../../../shared/fields/usePeople.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { PropGrid } from '../../../shared/ui/PropGrid.tsx'
import { ownPrefix } from '../api.ts'
import { Followers } from './Followers.tsx'
import { LocationField } from './LocationField.tsx'
import { StageTimes } from './StageTimes.tsx'

export interface RequestMoreProps {
  request: RequestDetails
  edits: FieldEdits
  bind: (field: string) => BoundField
  isReadOnly: boolean
}

/** The type's own fields, location, followers and the times in each stage; its code comes after the desk's. */
export function RequestMore({ request, edits, bind, isReadOnly }: RequestMoreProps): ReactNode {
  const t = useT()
  const people = usePeople(request.fields.some(({ kind }) => kind === 'person'))
  // What was just answered shows at once what hangs on it, before the server has it.
  const values: Attributes = Object.fromEntries(
    request.fields.map(({ id }) => [id, bind(ownPrefix + id).value as Attributes[string]]),
  )
  const fields = shownFields(request.fields, values).map((field) => inLanguage(field, t.language))
  const words: FieldWords = Object.fromEntries(
    fields.map((field) => [
      ownPrefix + field.id,
      {
        label: field.name,
        say: (value: unknown) => sayValue(t, field, value, people.nameOf) || t('common.empty'),
      },
    ]),
  )
  return (
    <>
      <PropGrid>
        <FieldConflicts edits={edits} fields={words} />
        {fields.map((field) => (
          <OwnField key={field.id} field={field} bound={bind(ownPrefix + field.id)} isReadOnly={isReadOnly} />
        ))}
        <LocationField request={request} field={bind('locationId')} isReadOnly={isReadOnly} />
        <Followers request={request} />
      </PropGrid>
      <StageTimes request={request} />
    </>
  )
}
