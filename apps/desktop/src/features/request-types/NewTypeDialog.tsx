import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { RequestType } from '@care/contract'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useAddType } from './api.ts'

const blank = '-'

interface NewTypeDialogProps {
  types: readonly RequestType[]
  onClose: () => void
  onAdded: (typeId: string) => void
}

/** A new type: blank, or a copy of another one whose fields are then the same ones. */
export function NewTypeDialog({ types, onClose, onAdded }: NewTypeDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const add = useAddType()
  const [name, setName] = useState('')
  const [copyOf, setCopyOf] = useState(blank)
  const [hasTried, setHasTried] = useState(false)
  const submit = (): void => {
    setHasTried(true)
    if (name.trim() === '' || add.isPending) return
    add.mutate({ name, ...(copyOf === blank ? {} : { copyOf }) }, { onSuccess: ({ id }) => onAdded(id) })
  }
  const problem = hasTried && name.trim() === '' ? t('requestTypes.nameNeeded') : null
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('requestTypes.add')}</DialogTitle>
      <DialogForm
        label={t('requestTypes.add')}
        isDisabled={add.isPending}
        error={add.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label={t('requestTypes.name')}
          value={name}
          inputRef={focusHere}
          error={problem !== null}
          helperText={problem}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
        />
        <TextField
          select
          label={t('requestTypes.copyOf')}
          value={copyOf}
          onChange={(event) => setCopyOf(event.target.value)}
        >
          <MenuItem value={blank}>{t('requestTypes.blank')}</MenuItem>
          {types.map((type) => (
            <MenuItem key={type.id} value={type.id}>
              {type.name}
            </MenuItem>
          ))}
        </TextField>
      </DialogForm>
    </Dialog>
  )
}
