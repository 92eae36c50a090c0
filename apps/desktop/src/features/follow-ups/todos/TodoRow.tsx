/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the grid around it handles the keys */
import type { Todo } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { VipMark } from '../../../shared/ui/marks.tsx'
import { openFollowUp } from '../../../shared/workspace/follow-up-dialog.ts'
import { onRow } from '../on-row.ts'
import { RowMenu, type Ways } from '../RowMenu.tsx'
import styles from '../follow-ups.module.css'
import { DoneBox, DueMark } from './DueMark.tsx'

interface TodoRowProps {
  todo: Todo
  ways: Ways
  place: { top: number; index: number; tabIndex: 0 | -1; onFocus: () => void }
  onSetDone: (todo: Todo, isDone: boolean) => void
}

/** One to-do: box, title, customer and request, due, owner, menu. */
export function TodoRow({ todo, ways, place, onSetDone }: TodoRowProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const { customer, request, doneAt, doneBy } = todo
  const open = (): void => openFollowUp({ kind: 'todo', id: todo.id })
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      aria-label={todo.title}
      tabIndex={place.tabIndex}
      className={styles.row}
      data-done={doneAt !== null || undefined}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onRow(open)}
      onFocus={place.onFocus}
    >
      <span role="gridcell" className={styles.lead}>
        <DoneBox todo={todo} tabIndex={place.tabIndex} onSet={onSetDone} />
      </span>
      <span role="gridcell" className={`ell ${styles.name}`} dir="auto" title={todo.note || todo.title}>
        {todo.title}
      </span>
      <span role="gridcell" className={styles.who}>
        <span className="ell" dir="auto">
          {customer.name || t('common.unknownCustomer')}
        </span>
        {customer.isVip && <VipMark />}
        {request && <span className={styles.number}>REQ-{request.number}</span>}
      </span>
      <span role="gridcell" className={styles.when}>
        {doneAt === null ? (
          <DueMark todo={todo} />
        ) : (
          <span className="ell">
            {t('followUps.doneBy', { time: format.relative(doneAt), name: doneBy?.name ?? '' })}
          </span>
        )}
      </span>
      <span role="gridcell" className={`ell ${styles.owner}`}>
        {todo.owner.name}
      </span>
      <span role="gridcell" className={styles.end}>
        <RowMenu row={todo} ways={ways} />
      </span>
    </div>
  )
}
