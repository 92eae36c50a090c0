import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { priorities, type Priority } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isInUse, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './request.module.css'

export interface NewRequestChoice {
  priority: Priority
  /** Empty: the default type. */
  typeId: string
  /** Empty: none, the maker is the assignee (rule 7). */
  queueId: string
}

/** Priority, type and queue of a new request; each has a default. */
export function NewRequestOptions({
  choice,
  onChange,
}: {
  choice: NewRequestChoice
  onChange: (choice: NewRequestChoice) => void
}): ReactNode {
  const t = useT()
  const types = useQuery(requestTypesQuery).data ?? []
  const queues = useQuery(queuesQuery).data ?? []
  const typeId = choice.typeId || (types.find((type) => type.isDefault)?.id ?? '')
  return (
    <div className={styles.twoColumns}>
      <TextField
        select
        label={t('request.priority')}
        value={choice.priority}
        onChange={(event) => onChange({ ...choice, priority: event.target.value as Priority })}
      >
        {priorities.toReversed().map((key) => (
          <MenuItem key={key} value={key}>
            {t(`request.priorities.${key}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('request.type')}
        value={typeId}
        disabled={types.length === 0}
        onChange={(event) => onChange({ ...choice, typeId: event.target.value })}
      >
        {types.map((type) => (
          <MenuItem key={type.id} value={type.id}>
            {type.name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('request.queue')}
        value={choice.queueId}
        onChange={(event) => onChange({ ...choice, queueId: event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('requestDialogs.defaultQueue')}</MenuItem>
        {queues.filter(isInUse).map((queue) => (
          <MenuItem key={queue.id} value={queue.id}>
            {queue.name}
          </MenuItem>
        ))}
      </TextField>
    </div>
  )
}
