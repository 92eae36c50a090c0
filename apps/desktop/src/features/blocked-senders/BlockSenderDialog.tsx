import { isApiError } from '@care/client'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useBlockSender } from './api.ts'

const kinds = ['email', 'network'] as const
type Kind = (typeof kinds)[number]

/** Blocks a mail address or an IP address or range by hand. */
export function BlockSenderDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const block = useBlockSender()
  const [kind, setKind] = useState<Kind>('email')
  const [value, setValue] = useState('')
  const [hasTried, setHasTried] = useState(false)
  // The server knows what an address is; it is not worked out twice.
  const isWrong = isApiError(block.error) && block.error.code === 'INVALID_INPUT'
  const isEmpty = value.trim() === ''
  const hint = t(kind === 'email' ? 'blockedSenders.emailHint' : 'blockedSenders.networkHint')
  const submit = (): void => {
    setHasTried(true)
    if (!isEmpty && !block.isPending) block.mutate({ kind, value: value.trim() }, { onSuccess: onClose })
  }
  const change = (typed: string): void => {
    block.reset()
    setValue(typed)
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('blockedSenders.block')}</DialogTitle>
      <DialogForm
        label={t('blockedSenders.block')}
        isDisabled={block.isPending}
        error={isWrong ? null : block.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          select
          label={t('blockedSenders.what')}
          value={kind}
          onChange={(event) => {
            block.reset()
            setKind(event.target.value as Kind)
          }}
        >
          {kinds.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`blockedSenders.kinds.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('blockedSenders.address')}
          value={value}
          inputRef={focusHere}
          error={isWrong || (hasTried && isEmpty)}
          helperText={hint}
          onChange={(event) => change(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 254, autoComplete: 'off', dir: 'ltr' } }}
        />
      </DialogForm>
    </Dialog>
  )
}
