import type { ActivityDetails, SendingMailbox } from '@care/contract'
import { limits } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useCustomer } from '../../shared/entities/customer.ts'
import { useRequest } from '../../shared/entities/request.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useBeginMail, useMailboxes } from './api.ts'
import { keepLetter, letterOf } from './letter.ts'

interface WriteMailDialogProps {
  customerId: string
  /** The request that is on the screen; a closed one is not gone on with. */
  requestId: string | null
  onClose: () => void
  onBegun: (activity: ActivityDetails) => void
}

/** From which mailbox, in which request and about what; then the mail is written where all mails are (row E3). */
export function WriteMailDialog({ customerId, requestId, onClose, onBegun }: WriteMailDialogProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const customer = useCustomer(customerId).data
  const request = useRequest(requestId).data
  const mailboxes = useMailboxes()
  const begin = useBeginMail()
  const [subject, setSubject] = useState('')
  const [place, setPlace] = useState<'request' | 'new'>('request')
  const [chosenBox, setBox] = useState('')
  const open = request && request.category !== 'closed' && request.customer.id === customerId ? request : null
  const boxes = mailboxes.data?.items ?? []
  const hasNone = mailboxes.data !== undefined && boxes.length === 0
  const into = place === 'request' ? open : null
  // The customer knows the queue's address, not that of whoever happens to write.
  const ofQueue = into?.queue && boxes.find(({ queueId }) => queueId === into.queue?.id)
  const channelId = chosenBox || (ofQueue ?? boxes[0])?.id
  const isDisabled = begin.isPending || isOffline || subject.trim() === '' || channelId === undefined
  const submit = (): void => {
    if (isDisabled) return
    begin.mutate(
      { customerId, subject: subject.trim(), channelId, ...(into ? { requestId: into.id } : {}) },
      {
        onSuccess: (activity) => {
          keepLetter(activity.id, { ...letterOf(activity.id), subject: subject.trim() })
          onClose()
          onBegun(activity)
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="write-mail-title">
      <DialogTitle id="write-mail-title">{t('mail.writeTo', { name: customer?.name ?? '' })}</DialogTitle>
      <DialogForm
        label={t('mail.write')}
        send={t('mail.begin')}
        isDisabled={isDisabled}
        error={begin.error ?? mailboxes.error}
        onSubmit={submit}
        onClose={onClose}
      >
        {hasNone && <p role="alert">{t('mail.noMailbox')}</p>}
        <TextField
          label={t('mail.subject')}
          value={subject}
          inputRef={focusHere}
          margin="dense"
          fullWidth
          onChange={(event) => setSubject(event.target.value)}
          slotProps={{ htmlInput: { maxLength: limits.requestTitle, dir: 'auto' } }}
        />
        {open && (
          <TextField
            select
            label={t('mail.place')}
            value={place}
            margin="dense"
            fullWidth
            onChange={(event) => setPlace(event.target.value === 'new' ? 'new' : 'request')}
          >
            <MenuItem value="request">{`REQ-${open.number} · ${open.title}`}</MenuItem>
            <MenuItem value="new">{t('mail.newRequest')}</MenuItem>
          </TextField>
        )}
        {boxes.length > 1 && <Mailboxes boxes={boxes} value={channelId ?? ''} onChange={setBox} />}
      </DialogForm>
    </Dialog>
  )
}

function Mailboxes({
  boxes,
  value,
  onChange,
}: {
  boxes: readonly SendingMailbox[]
  value: string
  onChange: (channelId: string) => void
}): ReactNode {
  const t = useT()
  return (
    <TextField
      select
      label={t('mail.mailbox')}
      value={value}
      margin="dense"
      fullWidth
      onChange={(event) => onChange(event.target.value)}
    >
      {boxes.map(({ id, name, address }) => (
        <MenuItem key={id} value={id}>{`${name} · ${address}`}</MenuItem>
      ))}
    </TextField>
  )
}
