import { limits } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { meQuery, useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'

/** What stands below the mails that one writes, above the mailbox's own signature. */
export function SignatureDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const kept = useMe()?.mailSignature ?? ''
  const [text, setText] = useState(kept)
  const save = useMutation({
    mutationFn: () => call('changeMe', { body: { mailSignature: text } }),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me)
      void client.invalidateQueries({ queryKey: ['mails'] })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="signature-title">
      <DialogTitle id="signature-title">{t('mail.signature')}</DialogTitle>
      <DialogForm
        label={t('mail.signature')}
        send={t('common.save')}
        isDisabled={isOffline || save.isPending}
        error={save.error}
        onSubmit={() => save.mutate()}
        onClose={onClose}
      >
        <TextField
          label={t('mail.signature')}
          helperText={t('mail.signatureHint')}
          value={text}
          multiline
          minRows={3}
          inputRef={focusHere}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength: limits.signature, dir: 'auto' } }}
        />
      </DialogForm>
    </Dialog>
  )
}
