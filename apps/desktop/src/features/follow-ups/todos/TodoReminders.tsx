import { newKey } from '@care/client'
import type { Todo } from '@care/contract'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { Bell, X } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { call } from '../../../shared/api/client.ts'
import { serverNow } from '../../../shared/clock.ts'
import { refetchFollowUps } from '../../../shared/entities/follow-ups.ts'
import { errorText } from '../../../shared/error-text.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { NameAndMark } from '../../../shared/ui/marks.tsx'
import { IconAction } from '../../../shared/ui/Section.tsx'
import { showToast } from '../../../shared/ui/toast.tsx'
import { openFollowUp } from '../../../shared/workspace/follow-up-dialog.ts'
import { useSetDone, useTodos } from '../api.ts'
import styles from '../follow-ups.module.css'
import { DueMark } from './DueMark.tsx'

const hourMs = 3_600_000

/**
 * What rings for whoever is signed in: a card until he has seen it at any of his desks. The server keeps what rang while no
 * desk was open. Toast, sound and desktop notification are the notifications', by his own choice.
 */
export function TodoReminders(): ReactNode {
  const t = useT()
  const { data } = useTodos({ rings: 'true' }, 20)
  const todos = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  if (todos.length === 0) return null
  return (
    <section className={styles.reminders} aria-label={t('followUps.reminders')}>
      {todos.map((todo) => (
        <Card key={todo.id} todo={todo} />
      ))}
    </section>
  )
}

function Card({ todo }: { todo: Todo }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const setDone = useSetDone()
  /** The card goes when the list has come anew; a refusal is said. */
  const then = (change: Promise<unknown>): void =>
    void change.catch((error: unknown) => showToast(errorText(t, error))).finally(() => refetchFollowUps(client))
  const see = (): void => then(call('seeTodo', { params: { todoId: todo.id } }))
  const later = (): void =>
    then(
      call('editTodo', {
        params: { todoId: todo.id },
        version: todo.version,
        body: { reminder: { kind: 'at', at: serverNow() + hourMs } },
        change: newKey(),
      }),
    )
  return (
    <output className={styles.card}>
      <Bell size={16} aria-hidden="true" />
      <span className={styles.lineText}>
        <button
          type="button"
          dir="auto"
          onClick={() => {
            see()
            openFollowUp({ kind: 'todo', id: todo.id })
          }}
        >
          {t('followUps.reminderSays', { title: todo.title })}
        </button>
        <span className={styles.about}>
          <NameAndMark name={todo.customer.name || t('common.unknownCustomer')} isVip={todo.customer.isVip} />
          {todo.dueAt !== null && <DueMark todo={{ ...todo, ringsSince: null }} />}
        </span>
        <span className={styles.cardActions}>
          <Button size="small" variant="outlined" onClick={() => setDone(todo, true)}>
            {t('followUps.done')}
          </Button>
          <Button size="small" variant="text" onClick={later}>
            {t('followUps.inAnHour')}
          </Button>
        </span>
      </span>
      <IconAction label={t('followUps.dismiss', { title: todo.title })} onClick={see}>
        <X size={14} aria-hidden="true" />
      </IconAction>
    </output>
  )
}
