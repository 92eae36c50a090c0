import { snoozeProblem } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { fromFieldValue, toFieldValue } from '../../shared/format/date-field.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { snoozePresets } from './presets.ts'

interface SnoozeDialogProps {
  isPending: boolean
  onSnooze: (until: number, wakesOnAnswer: boolean) => void
  onClose: () => void
}

/** Any time, and whether the customer's answer wakes it before. */
export function SnoozeDialog({ isPending, onSnooze, onClose }: SnoozeDialogProps): ReactNode {
  const t = useT()
  const [text, setText] = useState(() =>
    toFieldValue(snoozePresets(serverNow()).find(({ key }) => key === 'tomorrow')?.at ?? serverNow()),
  )
  const [wakes, setWakes] = useState(true)
  const at = fromFieldValue(text)
  const isWrong = typeof at !== 'number' || snoozeProblem(at, serverNow()) !== null
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="snooze-title">
      <DialogTitle id="snooze-title">{t('snoozeDialog.until')}</DialogTitle>
      <DialogForm
        label={t('snooze.snooze')}
        isDisabled={isPending || isWrong}
        error={null}
        onSubmit={() => {
          if (!isWrong && !isPending) onSnooze(at, wakes)
        }}
        onClose={onClose}
      >
        <TextField
          label={t('snoozeDialog.time')}
          type="datetime-local"
          value={text}
          inputRef={focusHere}
          margin="dense"
          fullWidth
          error={isWrong}
          helperText={isWrong ? t('snoozeDialog.wrongTime') : null}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <FormControlLabel
          control={<Checkbox size="small" checked={wakes} onChange={(event) => setWakes(event.target.checked)} />}
          label={t('snoozeDialog.wakesOnAnswer')}
        />
      </DialogForm>
    </Dialog>
  )
}
