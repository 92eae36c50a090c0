import type { Operator } from '@care/contract'
import Button from '@mui/material/Button'
import { ChevronDown, ChevronRight, UserRoundCheck } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { roleWord } from '../../shared/words/role.ts'
import { useClosedOperators, useReopenOperator } from './api.ts'
import styles from './operators.module.css'
import { accountError } from './words.ts'

/** Accounts that were closed: folded away, read when one looks. */
export function ClosedAccounts(): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  return (
    <section className={styles.closedPart} aria-label={t('operators.closedAccounts')}>
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={listId} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
          {t('operators.closedAccounts')}
        </button>
      </h2>
      <div id={listId} hidden={!isOpen}>
        {isOpen && <ClosedList />}
      </div>
    </section>
  )
}

function ClosedList(): ReactNode {
  const t = useT()
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useClosedOperators(true)
  if (!data) return <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
  const accounts = data.pages.flatMap(({ items }) => items)
  if (accounts.length === 0) return <p className={styles.none}>{t('operators.noneClosed')}</p>
  return (
    <>
      <ul className={settingsStyles.list}>
        {accounts.map((operator) => (
          <ClosedLine key={operator.id} operator={operator} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('tasks.showMore')}
        </Button>
      )}
    </>
  )
}

function ClosedLine({ operator }: { operator: Operator }): ReactNode {
  const t = useT()
  const reopen = useReopenOperator()
  const { name, email, role } = operator
  return (
    <li className={settingsStyles.line}>
      <div className={settingsStyles.grow}>
        <strong dir="auto">{name}</strong>
        <span className={settingsStyles.kind}>{email}</span>
        <p>{roleWord(t, role)}</p>
      </div>
      <IconAction
        label={t('operators.reopen', { name })}
        disabled={reopen.isPending}
        onClick={() =>
          reopen.mutate(operator, {
            onSuccess: () => showToast(t('operators.reopened', { name })),
            onError: (error) => showToast(accountError(t, error)),
          })
        }
      >
        <UserRoundCheck size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
