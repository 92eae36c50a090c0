import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { namesApart } from '../../shared/words/tell-apart.ts'

interface OwnerSelectProps {
  /** Who it is now, who may have left since. */
  known?: { id: string; name: string }
  value: string
  isReadOnly: boolean
  onChange: (ownerId: string) => void
}

/** Whose it is: oneself first, then colleagues by name. */
export function OwnerSelect({ known, value, isReadOnly, onChange }: OwnerSelectProps): ReactNode {
  const t = useT()
  const people = usePeople(known)
  return (
    <TextField
      select
      label={t('followUps.owner')}
      value={people.some(({ id }) => id === value) ? value : ''}
      disabled={isReadOnly}
      fullWidth
      onChange={(event) => onChange(event.target.value)}
    >
      {people.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Oneself as "You", then who works here by name, and who is named. */
export function usePeople(known?: { id: string; name: string }): { id: string; name: string }[] {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const operators = useQuery(operatorsQuery).data ?? []
  const nameOf = namesApart(operators)
  const others = operators
    .filter(({ id, isActive }) => isActive && id !== me?.id)
    .map((one) => ({ id: one.id, name: nameOf(one) }))
  const gone = known && known.id !== me?.id && !others.some(({ id }) => id === known.id) ? [known] : []
  return [
    ...(me ? [{ id: me.id, name: t('common.you') }] : []),
    ...[...others, ...gone].toSorted((a, b) => format.compare(a.name, b.name)),
  ]
}
