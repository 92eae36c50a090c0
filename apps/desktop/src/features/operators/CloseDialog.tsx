import type { Operator } from '@care/contract'
import { countedWorkMost, handedOverMost } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { namesApart } from '../../shared/words/tell-apart.ts'
import { useCloseOperator, useWorkOf } from './api.ts'
import styles from './operators.module.css'
import { accountError } from './words.ts'

interface CloseDialogProps {
  operator: Operator
  /** Shows the open requests that he is in charge of. */
  onShowRequests: (operatorId: string) => void
  onClose: () => void
}

/** Asks before an account is closed, says what it has, and who gets what can be given away. */
export function CloseDialog({ operator, onShowRequests, onClose }: CloseDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const close = useCloseOperator()
  const work = useWorkOf(operator.id)
  const [heirId, setHeirId] = useState<string | null>(null)
  const { name } = operator
  const title = t('operators.close', { name })
  const submit = (): void =>
    close.mutate(
      { account: operator, heirId },
      {
        onSuccess: ({ work: left }) => {
          const n = left.todos + left.deals
          showToast(n === 0 ? t('operators.closed', { name }) : t('operators.closedWith', { name, n }))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('operators.closeIt')}
        isDisabled={close.isPending}
        error={close.error}
        errorText={accountError}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('operators.closeText')}</p>
        {work.isError ? (
          <ErrorState compact title={t('settings.didNotLoad')} onRetry={() => void work.refetch()} />
        ) : !work.data ? (
          <SkeletonLines />
        ) : (
          <>
            <Work work={work.data} onShowRequests={() => onShowRequests(operator.id)} />
            {work.data.todos + work.data.deals > 0 && (
              <HeirSelect operatorId={operator.id} heirId={heirId} onChange={setHeirId} />
            )}
          </>
        )}
      </DialogForm>
    </Dialog>
  )
}

type Counts = Record<'tasks' | 'requests' | 'todos' | 'deals', number>

function Work({ work, onShowRequests }: { work: Counts; onShowRequests: () => void }): ReactNode {
  const t = useT()
  const format = useFormat()
  const counted = (n: number): string => `${format.number(n)}${n >= countedWorkMost ? '+' : ''}`
  if (Object.values(work).every((n) => n === 0)) return <p>{t('operators.hasNothing')}</p>
  return (
    <ul className={styles.work}>
      {work.tasks > 0 && <li>{t('operators.hasTasks', { count: counted(work.tasks) })}</li>}
      {work.requests > 0 && (
        <li>
          {t('operators.hasRequests', { count: counted(work.requests) })}{' '}
          <LinkButton onClick={onShowRequests}>{t('operators.showRequests')}</LinkButton>
        </li>
      )}
      {work.todos > 0 && <li>{t('operators.hasTodos', { count: counted(work.todos) })}</li>}
      {work.deals > 0 && <li>{t('operators.hasDeals', { count: counted(work.deals) })}</li>}
    </ul>
  )
}

interface HeirSelectProps {
  operatorId: string
  heirId: string | null
  onChange: (heirId: string | null) => void
}

/** Who gets to-dos and deals; nobody means that they stay. */
function HeirSelect({ operatorId, heirId, onChange }: HeirSelectProps): ReactNode {
  const t = useT()
  const operators = useQuery(operatorsQuery).data ?? []
  const nameOf = namesApart(operators)
  return (
    <TextField
      select
      label={t('operators.heir')}
      value={heirId ?? ''}
      size="small"
      fullWidth
      helperText={t('operators.heirHint', { n: handedOverMost })}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('operators.noHeir')}</MenuItem>
      {operators
        .filter(({ id, isActive }) => isActive && id !== operatorId)
        .map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {nameOf(one)}
          </MenuItem>
        ))}
    </TextField>
  )
}
