import type { RequestDetails } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { BoundField } from '../../../shared/edit/useBoundFields.ts'
import { locationsQuery } from '../../../shared/entities/workspace-lists.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { SelectField } from '../../../shared/ui/SelectField.tsx'

interface LocationFieldProps {
  request: RequestDetails
  field: BoundField
  isReadOnly: boolean
}
const none = '-'

/** Where the request belongs; the list is fetched when the menu opens. */
export function LocationField({ request, field, isReadOnly }: LocationFieldProps): ReactNode {
  const t = useT()
  const [isWanted, setIsWanted] = useState(false)
  const locations =
    useQuery({ ...locationsQuery, enabled: isWanted }).data ?? (request.location ? [request.location] : [])
  const chosen = field.value as string | null
  const shown =
    locations.find(({ id }) => id === chosen)?.name ??
    (request.location?.id === chosen ? request.location?.name : undefined)
  return (
    <SelectField
      {...field}
      label={t('requestMore.location')}
      value={chosen ?? none}
      shown={shown ?? t('common.empty')}
      isEmpty={chosen === null}
      options={[
        { value: none, label: t('common.empty') },
        ...locations
          .filter((one) => !('isActive' in one) || one.isActive || one.id === chosen)
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onOpen={() => {
        setIsWanted(true)
        field.onOpen()
      }}
      onSelect={(id) => field.onSave(id === none ? null : id)}
      isReadOnly={isReadOnly}
    />
  )
}
