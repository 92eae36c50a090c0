import { newKey } from '@care/client'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import type { ActivityDetails } from '@care/contract'
import { limits } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useReturnTask } from './api.ts'

/** Return to queue, with a reason that the next operator sees. */
export function ReturnDialog({ activity, onClose }: { activity: ActivityDetails; onClose: () => void }): ReactNode {
  const t = useT()
  const [reason, setReason] = useState('')
  const giveBack = useReturnTask(activity)
  const undoable = useUndoable()
  const isTooLong = reason.trim().length > limits.reason
  const submit = (): void => {
    if (isTooLong || giveBack.isPending) return
    const change = newKey()
    const onSuccess = (): void => {
      onClose()
      undoable(t('activity.returned'), { requestId: activity.request.id, change })
    }
    giveBack.mutate({ reason, change }, { onSuccess })
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="return-title">
      <DialogTitle id="return-title">{t('activity.returnToQueue')}</DialogTitle>
      <DialogForm
        label={t('activity.returnToQueue')}
        isDisabled={giveBack.isPending || isTooLong}
        error={giveBack.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label={t('activity.reason')}
          value={reason}
          inputRef={focusHere}
          multiline
          minRows={2}
          fullWidth
          margin="dense"
          error={isTooLong}
          helperText={isTooLong ? t('common.tooLong', { n: limits.reason }) : null}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
      </DialogForm>
    </Dialog>
  )
}
