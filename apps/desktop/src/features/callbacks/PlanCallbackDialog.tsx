import { newKey } from '@care/client'
import { hourMs, limits } from '@care/domain'
import { timeProblem } from '@care/domain/callbacks'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { customerKeys, useCustomer } from '../../shared/entities/customer.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { fromFieldValue, toFieldValue } from '../../shared/format/date-field.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { usePlanCallback } from './api.ts'

interface PlanCallbackDialogProps {
  customerId: string
  requestId: string | null
  onClose: () => void
}

/** An operator promises a call: to which number, when and about what. At its time it is routed as any work. */
export function PlanCallbackDialog({ customerId, requestId, onClose }: PlanCallbackDialogProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const customer = useCustomer(customerId).data
  const plan = usePlanCallback()
  const undoable = useUndoable()
  const client = useQueryClient()
  const [typed, setTyped] = useState<string | null>(null)
  const [text, setText] = useState(() => toFieldValue(serverNow() + hourMs))
  const [note, setNote] = useState('')
  const phone = typed ?? customer?.phone ?? ''
  const at = fromFieldValue(text)
  const isWrong = typeof at !== 'number' || timeProblem(at, serverNow()) !== null
  const isDisabled = plan.isPending || isOffline || isWrong || phone.trim() === ''
  const submit = (): void => {
    if (isDisabled) return
    const timeZone = customer?.timeZone ?? null
    const change = newKey()
    plan.mutate(
      { change, customerId, ...(requestId === null ? {} : { requestId }), phone, at, note, timeZone },
      {
        onSuccess: ({ slot, requestId: of }) => {
          onClose()
          const onUndone = (): void => void client.invalidateQueries({ queryKey: customerKeys.journey(customerId) })
          undoable(t('callbacks.planned', { time: format.dateTime(slot.from) }), { requestId: of, change, onUndone })
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="callback-title">
      <DialogTitle id="callback-title">{t('callbacks.plan')}</DialogTitle>
      <DialogForm
        label={t('callbacks.plan')}
        send={t('callbacks.planIt')}
        isDisabled={isDisabled}
        error={plan.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label={t('callbacks.phone')}
          value={phone}
          inputRef={focusHere}
          margin="dense"
          fullWidth
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { type: 'tel', maxLength: 50, dir: 'ltr' } }}
        />
        <TextField
          label={t('callbacks.at')}
          type="datetime-local"
          value={text}
          margin="dense"
          fullWidth
          error={isWrong}
          helperText={isWrong ? t('callbacks.timeNeeded') : null}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          label={t('callbacks.about')}
          value={note}
          multiline
          maxRows={5}
          margin="dense"
          fullWidth
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: limits.comment, dir: 'auto' } }}
        />
      </DialogForm>
    </Dialog>
  )
}
