import type { Operator } from '@care/contract'
import { foldText } from '@care/domain'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { KeyRound, Pencil, Plus, UserRoundX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { operatorsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { roleWord } from '../../shared/words/role.ts'
import { AddOperatorDialog } from './AddOperatorDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ClosedAccounts } from './ClosedAccounts.tsx'
import { OperatorDialog } from './OperatorDialog.tsx'
import own from './operators.module.css'
import { PasswordDialog } from './PasswordDialog.tsx'

const atOnce = 50

/** What is open above the page, and about whom. */
type Open = { what: 'add' } | { what: 'edit' | 'password' | 'close'; operator: Operator }

interface OperatorsPageProps {
  /** Shows the open requests of an operator in All requests. */
  onShowRequests: (operatorId: string) => void
}

/** Settings → Operators: who has an account, what each may do, takes at once and can do (rules 14, 17). */
export function OperatorsPage({ onShowRequests }: OperatorsPageProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const { data, isError, refetch } = useQuery(operatorsQuery)
  return (
    <SettingsPage
      title={t('operators.region')}
      about={t('operators.about')}
      action={
        data && (
          <Button
            variant="contained"
            size="small"
            startIcon={<Plus size={16} />}
            onClick={() => setOpen({ what: 'add' })}
          >
            {t('operators.add')}
          </Button>
        )
      }
    >
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : (
        <>
          <Accounts operators={data} onOpen={(what, operator) => setOpen({ what, operator })} />
          <ClosedAccounts />
        </>
      )}
      {open?.what === 'add' && <AddOperatorDialog onClose={close} />}
      {open?.what === 'edit' && <OperatorDialog operator={open.operator} onClose={close} />}
      {open?.what === 'password' && <PasswordDialog operator={open.operator} onClose={close} />}
      {open?.what === 'close' && (
        <CloseDialog operator={open.operator} onShowRequests={onShowRequests} onClose={close} />
      )}
    </SettingsPage>
  )
}

type OnOpen = (what: 'edit' | 'password' | 'close', operator: Operator) => void

function Accounts({ operators, onOpen }: { operators: readonly Operator[]; onOpen: OnOpen }): ReactNode {
  const t = useT()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(atOnce)
  const fitting = operators.filter(({ name, email }) => foldText(`${name} ${email}`).includes(foldText(search)))
  return (
    <>
      <TextField
        label={t('settings.findMember')}
        value={search}
        size="small"
        sx={{ marginBottom: 1 }}
        onChange={(event) => setSearch(event.target.value)}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <ul className={styles.list}>
        {fitting.slice(0, most).map((operator) => (
          <Account key={operator.id} operator={operator} onOpen={onOpen} />
        ))}
      </ul>
      {fitting.length === 0 && <p>{t('settings.nobodyFits')}</p>}
      {fitting.length > most && (
        <Button size="small" onClick={() => setMost(most + atOnce)}>
          {t('tasks.showMore')}
        </Button>
      )}
    </>
  )
}

function Account({ operator, onOpen }: { operator: Operator; onOpen: OnOpen }): ReactNode {
  const t = useT()
  const me = useMe()
  const queues = useQuery(queuesQuery).data ?? []
  const { id, name, email, role, queueIds, skills } = operator
  const has = [...queues.filter((queue) => queueIds.includes(queue.id)).map((queue) => queue.name), ...skills]
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <strong dir="auto">{name}</strong>
        <span className={styles.kind}>{email}</span>
        <p className={own.has} title={has.join(' · ')}>
          {[roleWord(t, role), ...(has.length === 0 ? [t('operators.nothing')] : has)].join(' · ')}
        </p>
      </div>
      <IconAction label={t('operators.edit', { name })} onClick={() => onOpen('edit', operator)}>
        <Pencil size={16} aria-hidden="true" />
      </IconAction>
      <IconAction label={t('operators.setPassword', { name })} onClick={() => onOpen('password', operator)}>
        <KeyRound size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={id === me?.id ? t('operators.ownAccount') : t('operators.close', { name })}
        disabled={id === me?.id}
        onClick={() => onOpen('close', operator)}
      >
        <UserRoundX size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
