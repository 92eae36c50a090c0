import type { Todo } from '@care/contract'
import { dueBounds, dueState } from '@care/domain/follow-ups'
import { Bell, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTick } from '../../../shared/hooks/useTick.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { dueText, ownZone } from '../due-words.ts'
import styles from '../follow-ups.module.css'

/** When it is due, red with a triangle when that is over; a bell when it will be or was reminded of. */
export function DueMark({ todo }: { todo: Todo }): ReactNode {
  const t = useT()
  const format = useFormat()
  const text = useTick((now) => dueText(todo, now, t, format))
  const isOverdue = useTick(
    (now) => todo.doneAt === null && dueState(todo.dueAt, dueBounds(now, ownZone())) === 'overdue',
  )
  const rings = todo.ringsSince !== null
  const bell =
    todo.remindAt !== null
      ? `${t('followUps.reminder')}: ${format.dateTime(todo.remindAt)}`
      : rings
        ? t('followUps.reminder')
        : null
  return (
    <span className={styles.due} data-overdue={isOverdue || undefined}>
      {isOverdue && <TriangleAlert size={12} aria-label={t('followUps.groups.overdue')} />}
      <span className="ell">{text}</span>
      {bell !== null && (
        <span title={bell} data-rings={rings || undefined}>
          <Bell size={12} aria-label={bell} />
        </span>
      )}
    </span>
  )
}

interface DoneBoxProps {
  todo: Todo
  /** In a grid only the row is reached by Tab. */
  tabIndex?: number
  onSet: (todo: Todo, isDone: boolean) => void
}

/** The box that ticks it off. */
export function DoneBox({ todo, tabIndex, onSet }: DoneBoxProps): ReactNode {
  const t = useT()
  return (
    <input
      type="checkbox"
      className={styles.box}
      checked={todo.doneAt !== null}
      disabled={!todo.abilities.edit}
      tabIndex={tabIndex}
      aria-label={t('followUps.markDone', { title: todo.title })}
      onChange={(event) => onSet(todo, event.target.checked)}
    />
  )
}
