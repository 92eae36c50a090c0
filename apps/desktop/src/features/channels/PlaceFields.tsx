import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isInUse, locationsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { ChannelDraft } from './draft.ts'

interface PlaceFieldsProps {
  draft: ChannelDraft
  change: (part: Partial<ChannelDraft>) => void
}

/** Where the work of a channel waits, of which type and place its requests are. */
export function PlaceFields({ draft, change }: PlaceFieldsProps): ReactNode {
  const t = useT()
  const queues = useQuery(queuesQuery).data?.filter((queue) => isInUse(queue) || queue.id === draft.queueId)
  const types = useQuery(requestTypesQuery).data
  const locations = useQuery(locationsQuery).data?.filter((one) => isInUse(one) || one.id === draft.locationId)
  return (
    <>
      <Choice
        label={t('channels.queue')}
        none={t('channels.standardQueue')}
        value={draft.queueId}
        options={queues}
        onChange={(queueId) => change({ queueId })}
      />
      <Choice
        label={t('channels.type')}
        none={t('channels.standardType')}
        value={draft.typeId}
        options={types}
        onChange={(typeId) => change({ typeId })}
      />
      {(locations?.length ?? 0) > 0 && (
        <Choice
          label={t('channels.location')}
          none={t('channels.noLocation')}
          value={draft.locationId}
          options={locations}
          onChange={(locationId) => change({ locationId })}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  label: string
  none: string
  value: string | null
  options: readonly { id: string; name: string }[] | undefined
  onChange: (id: string | null) => void
}

function Choice({ label, none, value, options = [], onChange }: ChoiceProps): ReactNode {
  // Until the list is there, what is chosen has no line to stand for it.
  const isThere = value !== null && options.some(({ id }) => id === value)
  return (
    <TextField
      select
      label={label}
      size="small"
      fullWidth
      value={isThere ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{none}</MenuItem>
      {options.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
