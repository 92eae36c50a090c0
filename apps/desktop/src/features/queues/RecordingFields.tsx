import { recordingListeners } from '@care/domain/recording'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { FieldsPart } from '../../shared/ui/FieldsPart.tsx'
import type { PartProps } from './QueueDialog.tsx'
import { QueueNumber } from './RoutingFields.tsx'

/** Whether its calls are recorded, for how long, and for whom (row K5). */
export function RecordingFields({ draft, change }: PartProps): ReactNode {
  const t = useT()
  return (
    <FieldsPart title={t('queues.recording')}>
      <TextField
        select
        size="small"
        label={t('queues.fields.recordsCalls')}
        value={draft.recordsCalls ? 'on' : 'off'}
        helperText={t('queues.hints.recordsCalls')}
        onChange={(event) => change({ recordsCalls: event.target.value === 'on' })}
      >
        <MenuItem value="off">{t('queues.recordingOff')}</MenuItem>
        <MenuItem value="on">{t('queues.recordingOn')}</MenuItem>
      </TextField>
      {draft.recordsCalls && (
        <>
          <QueueNumber name="recordingDays" draft={draft} change={change} />
          <TextField
            select
            size="small"
            label={t('queues.fields.recordingListeners')}
            value={draft.recordingListeners}
            helperText={t('queues.hints.recordingListeners')}
            onChange={(event) =>
              change({
                recordingListeners: recordingListeners.find((one) => one === event.target.value) ?? 'supervisors',
              })
            }
          >
            {recordingListeners.map((who) => (
              <MenuItem key={who} value={who}>
                {t(`queues.listeners.${who}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </FieldsPart>
  )
}
