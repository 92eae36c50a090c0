/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a grid that draws only those in view */
import Button from '@mui/material/Button'
import { dueBounds } from '@care/domain/follow-ups'
import { ListTodo, Plus } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useMedia } from '../../../shared/hooks/useMedia.ts'
import { useTick } from '../../../shared/hooks/useTick.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../../shared/keyboard/hints.ts'
import { regionStop } from '../../../shared/keyboard/regions.ts'
import { openFollowUp } from '../../../shared/workspace/follow-up-dialog.ts'
import { useDelete, useSetDone, useTodos } from '../api.ts'
import { ownZone } from '../due-words.ts'
import { WhoseFilter, type Whose } from '../Filters.tsx'
import styles from '../follow-ups.module.css'
import type { Picker } from '../ForWhom.tsx'
import { ListState } from '../ListState.tsx'
import type { Ways } from '../RowMenu.tsx'
import { type GridRow, RowsGrid } from '../RowsGrid.tsx'
import { filterOf, type Part, parts, withHeadings } from './groups.ts'
import { TodoRow } from './TodoRow.tsx'

interface TodosScreenProps {
  Picker: Picker
  ways: Ways
}
const minuteMs = 60_000
const mine: Whose = { owner: 'me', customerId: null }

/** Screen "My to-dos": overdue, today, this week, later, done; a supervisor sees those of others (row J7). */
export function TodosScreen({ Picker, ways }: TodosScreenProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const [part, setPart] = useState<Part>('all')
  const [whose, setWhose] = useState(mine)
  const minute = useTick((now) => Math.floor(now / minuteMs) * minuteMs)
  const bounds = useMemo(() => dueBounds(minute, ownZone()), [minute])
  const { owner, customerId } = whose
  const list = useTodos({ ...filterOf(part, bounds), owner, ...(customerId === null ? {} : { customerId }) })
  const rows = useRows(list.data?.pages, bounds, ways)
  const add = (): void => openFollowUp({ kind: 'todo', customerId })
  return (
    <section className={styles.screen} aria-label={t('shell.todos')} {...regionStop} tabIndex={-1}>
      <header className={styles.head}>
        <h1>{t('shell.todos')}</h1>
        <fieldset className={styles.chips} aria-label={t('followUps.dueDate')}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.chip}
              aria-pressed={part === one}
              onClick={() => setPart(one)}
            >
              {t(`followUps.groups.${one}`)}
            </button>
          ))}
        </fieldset>
        <WhoseFilter whose={whose} Picker={Picker} onChange={setWhose} />
        <span className={styles.space} />
        <Button
          variant="contained"
          size="small"
          startIcon={<Plus size={16} />}
          {...hints.props('f')}
          title={hints.title(t('followUps.addTodo'), 'f')}
          onClick={add}
        >
          {t('followUps.addTodo')}
        </Button>
      </header>
      <ListState
        count={list.data && rows.length}
        isError={list.isError}
        onRetry={() => void list.refetch()}
        failed={t('followUps.todosDidNotLoad')}
        icon={<ListTodo size={20} />}
        none={{
          title: t('followUps.noTodos'),
          text: t('followUps.noTodosText'),
          add: t('followUps.addTodo'),
          onAdd: add,
        }}
        isFiltered={part !== 'all' || owner !== 'me' || customerId !== null}
        onShowAll={() => {
          setPart('all')
          setWhose(mine)
        }}
      >
        <RowsGrid
          label={t('shell.todos')}
          titles={[
            t('followUps.done'),
            t('followUps.name'),
            t('followUps.customer'),
            t('followUps.dueDate'),
            t('followUps.owner'),
            t('followUps.edit'),
          ]}
          look={owner === 'me' ? 'todos-mine' : 'todos'}
          rows={rows}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          hasFailed={list.isError}
          onMore={() => void list.fetchNextPage()}
        />
      </ListState>
    </section>
  )
}

type Pages = NonNullable<ReturnType<typeof useTodos>['data']>['pages']

function useRows(pages: Pages | undefined, bounds: ReturnType<typeof dueBounds>, ways: Ways): GridRow[] {
  const t = useT()
  const setDone = useSetDone()
  const remove = useDelete()
  const isCards = useMedia('(max-width: 767.95px)')
  // One that moved over to the next page meanwhile is shown once.
  const todos = [...new Map(pages?.flatMap(({ items }) => items).map((one) => [one.id, one] as const)).values()]
  return withHeadings(todos, bounds).map((entry): GridRow => {
    if (entry.todo === undefined)
      return {
        key: entry.heading,
        height: 34,
        isHeading: true,
        draw: ({ top }) => (
          <div
            key={entry.heading}
            role="row"
            className={styles.group}
            data-part={entry.heading}
            style={{ transform: `translateY(${top}px)` }}
          >
            <span role="gridcell" aria-colspan={6}>
              <h2>{t(`followUps.groups.${entry.heading}`)}</h2>
            </span>
          </div>
        ),
      }
    const { todo } = entry
    return {
      key: todo.id,
      height: isCards ? 68 : 44,
      draw: (place) => <TodoRow key={todo.id} todo={todo} ways={ways} place={place} onSetDone={setDone} />,
      onOpen: () => openFollowUp({ kind: 'todo', id: todo.id }),
      ...(todo.abilities.edit
        ? { onTick: () => setDone(todo, todo.doneAt === null), onDelete: () => remove(todo) }
        : {}),
    }
  })
}
