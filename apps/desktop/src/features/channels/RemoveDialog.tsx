import type { Channel } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useRemoveChannel } from './api.ts'

/** Asks before a channel goes: its secrets go with it, so there is no undoing. */
export function RemoveDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const remove = useRemoveChannel()
  const { id, name } = channel
  const title = t('channels.removeTitle', { name })
  const onSuccess = (): void => {
    showToast(t('channels.removed', { name }))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('channels.removeIt')}
        isDisabled={remove.isPending}
        error={remove.error}
        onSubmit={() => remove.mutate(id, { onSuccess })}
        onClose={onClose}
      >
        <p>{t('channels.removeText')}</p>
      </DialogForm>
    </Dialog>
  )
}
