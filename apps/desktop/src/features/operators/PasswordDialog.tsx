import type { Operator } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSetPassword } from './api.ts'
import { isPasswordLong, PasswordField } from './PasswordField.tsx'

/** Gives a colleague another password: whoever is signed in with the old one is signed out. */
export function PasswordDialog({ operator, onClose }: { operator: Operator; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const save = useSetPassword()
  const [password, setPassword] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const { name } = operator
  const title = t('operators.setPassword', { name })
  const onSuccess = (): void => {
    showToast(t('operators.passwordSet', { name }))
    onClose()
  }
  const submit = (): void => {
    setHasTried(true)
    if (isPasswordLong(password)) save.mutate({ operatorId: operator.id, password }, { onSuccess })
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('common.save')}
        isDisabled={save.isPending}
        error={save.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('operators.passwordText')}</p>
        <PasswordField
          label={t('operators.newPassword')}
          value={password}
          hasTried={hasTried}
          hasFocus
          onChange={setPassword}
        />
      </DialogForm>
    </Dialog>
  )
}
