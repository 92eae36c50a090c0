import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { isInUse, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { NameField } from '../../shared/ui/NameField.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { closedAccountOf, type NewOperator, useAddOperator, useReopenOperator } from './api.ts'
import { isPasswordLong, PasswordField } from './PasswordField.tsx'
import { RoleField } from './RoleField.tsx'
import styles from './operators.module.css'
import { accountError } from './words.ts'

const empty: NewOperator = { name: '', email: '', role: 'operator', password: '', queueIds: [] }
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim())

/** An account for a colleague: what he signs in with, what he may do, whose work he is offered. */
export function AddOperatorDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const [add, reopen] = [useAddOperator(), useReopenOperator()]
  const [draft, setDraft] = useState(empty)
  const [hasTried, setHasTried] = useState(false)
  const change = (part: Partial<NewOperator>): void => setDraft({ ...draft, ...part })
  const { name, email, role, password, queueIds } = draft
  const isWrong = name.trim() === '' || !isEmail(email) || !isPasswordLong(password)
  const closed = closedAccountOf(add.error)
  const title = t('operators.add')
  const done = (text: string): void => {
    showToast(text)
    onClose()
  }
  const submit = (): void => {
    setHasTried(true)
    if (isWrong || add.isPending) return
    add.mutate(
      { ...draft, email: email.trim() },
      { onSuccess: (operator) => done(t('operators.added', { name: operator.name })) },
    )
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        isDisabled={add.isPending || reopen.isPending}
        error={closed ? reopen.error : add.error}
        errorText={accountError}
        onSubmit={submit}
        onClose={onClose}
      >
        <NameField
          label={t('operators.name')}
          value={name}
          problem={hasTried && name.trim() === '' ? t('operators.nameNeeded') : null}
          longest={limits.customerName}
          onChange={(value) => change({ name: value })}
        />
        <TextField
          label={t('operators.email')}
          type="email"
          value={email}
          size="small"
          error={hasTried && !isEmail(email)}
          helperText={hasTried && !isEmail(email) ? t('operators.emailNeeded') : t('operators.emailHint')}
          onChange={(event) => change({ email: event.target.value })}
          slotProps={{ htmlInput: { maxLength: limits.email, autoComplete: 'off', dir: 'ltr' } }}
        />
        {closed && (
          <div role="alert" className={styles.closed}>
            <p>{t('operators.closedHasIt', { name: closed.name })}</p>
            <Button
              size="small"
              disabled={reopen.isPending}
              onClick={() =>
                reopen.mutate(closed, { onSuccess: () => done(t('operators.reopened', { name: closed.name })) })
              }
            >
              {t('operators.reopen', { name: closed.name })}
            </Button>
          </div>
        )}
        <RoleField role={role} onChange={(value) => change({ role: value })} />
        <PasswordField
          label={t('operators.password')}
          value={password}
          hasTried={hasTried}
          onChange={(value) => change({ password: value })}
        />
        <QueueChoice queueIds={queueIds} onChange={(ids) => change({ queueIds: ids })} />
      </DialogForm>
    </Dialog>
  )
}

/** Of which queues he is; none is a choice too: he can be put into them later. */
function QueueChoice({
  queueIds,
  onChange,
}: {
  queueIds: readonly string[]
  onChange: (queueIds: string[]) => void
}): ReactNode {
  const t = useT()
  const queues = (useQuery(queuesQuery).data ?? []).filter(isInUse)
  if (queues.length === 0) return null
  return (
    <fieldset className={styles.queues}>
      <legend>{t('operators.queues')}</legend>
      {queues.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={queueIds.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...queueIds, id] : queueIds.filter((one) => one !== id))
            }
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
