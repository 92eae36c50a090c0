import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import type { StageView } from '@care/contract'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { NameInputs } from './NameInputs.tsx'

interface NamedDialogProps {
  title: string
  name: StageView['name']
  children?: ReactNode
  onSave: (name: StageView['name']) => void
  onClose: () => void
}

/** Names a stage or an outcome in one language or more. */
export function NamedDialog({ title, name: given, children, onSave, onClose }: NamedDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const [name, setName] = useState(given)
  const [hasTried, setHasTried] = useState(false)
  const isEmpty = Object.values(name).every((word) => word.trim() === '')
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('requestTypes.take')}
        isDisabled={false}
        error={null}
        onClose={onClose}
        onSubmit={() => {
          setHasTried(true)
          if (!isEmpty) onSave(name)
        }}
      >
        <NameInputs
          label={t('requestTypes.name')}
          name={name}
          inputRef={focusHere}
          problem={hasTried && isEmpty ? t('requestTypes.nameNeeded') : null}
          onChange={setName}
        />
        {children}
      </DialogForm>
    </Dialog>
  )
}
