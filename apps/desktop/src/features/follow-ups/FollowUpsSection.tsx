import type { Deal, Todo } from '@care/contract'
import { Handshake, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { LinkButton, Section } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { openFollowUp } from '../../shared/workspace/follow-up-dialog.ts'
import { useDeals, useSetDone, useTodos } from './api.ts'
import { moneyText } from './deals/money.ts'
import { StageMenu } from './deals/StageMenu.tsx'
import { ExpectedDay } from './deals/ExpectedDay.tsx'
import styles from './follow-ups.module.css'
import { RowMenu } from './RowMenu.tsx'
import { DoneBox, DueMark } from './todos/DueMark.tsx'

interface FollowUpsSectionProps {
  customerId: string
  /** New ones are for this request; null = for the customer alone. */
  requestId: string | null
}
const perPage = 10

/** Region "To-dos and deals": the open ones of a customer, whatever the request, next due first; done ones when asked. */
export function FollowUpsSection({ customerId, requestId }: FollowUpsSectionProps): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const mayAddDeal = useCan('customers.edit')
  const [isDoneShown, setIsDoneShown] = useState(false)
  const todos = useTodos({ customerId }, perPage)
  const deals = useDeals({ customerId }, perPage)
  const openTodos = todos.data?.pages.flatMap(({ items }) => items) ?? []
  const allDeals = deals.data?.pages.flatMap(({ items }) => items) ?? []
  const start = { customerId, requestId }
  const actions = (
    <>
      <LinkButton {...hints.props('f')} onClick={() => openFollowUp({ kind: 'todo', ...start })}>
        <Plus size={12} aria-hidden="true" />
        {t('followUps.todo')}
        <span className="sr">: {t('followUps.addTodo')}</span>
      </LinkButton>
      {mayAddDeal && (
        <LinkButton onClick={() => openFollowUp({ kind: 'deal', ...start })}>
          <Plus size={12} aria-hidden="true" />
          {t('followUps.deal')}
          <span className="sr">: {t('followUps.addDeal')}</span>
        </LinkButton>
      )}
    </>
  )
  const isLoaded = todos.data && deals.data
  return (
    <Section title={t('shell.followUps')} id="follow-ups" actions={actions}>
      {!isLoaded ? (
        todos.isError || deals.isError ? (
          <ErrorState
            compact
            title={t('followUps.didNotLoad')}
            onRetry={() => {
              void todos.refetch()
              void deals.refetch()
            }}
          />
        ) : (
          <SkeletonLines lines={2} />
        )
      ) : (
        <>
          {openTodos.length === 0 && allDeals.length === 0 && <p className={styles.empty}>{t('followUps.noTodos')}</p>}
          <ul className={styles.lines} aria-label={t('shell.todos')}>
            {openTodos.map((todo) => (
              <TodoLine key={todo.id} todo={todo} />
            ))}
          </ul>
          <More list={todos} />
          <ul className={styles.lines} aria-label={t('shell.deals')}>
            {allDeals.map((deal) => (
              <DealLine key={deal.id} deal={deal} />
            ))}
          </ul>
          <More list={deals} />
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isDoneShown}
            onClick={() => setIsDoneShown(!isDoneShown)}
          >
            {t('followUps.groups.done')}
          </button>
          {isDoneShown && <DoneLines customerId={customerId} />}
        </>
      )}
    </Section>
  )
}

function DoneLines({ customerId }: { customerId: string }): ReactNode {
  const t = useT()
  const done = useTodos({ customerId, state: 'done' }, perPage)
  const items = done.data?.pages.flatMap((page) => page.items) ?? []
  if (!done.data) return <SkeletonLines lines={1} />
  return (
    <>
      {items.length === 0 && <p className={styles.empty}>{t('followUps.nothing')}</p>}
      <ul className={styles.lines} aria-label={t('followUps.groups.done')}>
        {items.map((todo) => (
          <TodoLine key={todo.id} todo={todo} />
        ))}
      </ul>
      <More list={done} />
    </>
  )
}

function More({ list }: { list: { hasNextPage: boolean; fetchNextPage: () => unknown } }): ReactNode {
  const t = useT()
  return list.hasNextPage ? (
    <LinkButton onClick={() => void list.fetchNextPage()}>{t('followUps.showMore')}</LinkButton>
  ) : null
}

function TodoLine({ todo }: { todo: Todo }): ReactNode {
  const t = useT()
  const format = useFormat()
  const setDone = useSetDone()
  const { doneAt, doneBy } = todo
  return (
    <li className={styles.line} data-done={doneAt !== null || undefined}>
      <DoneBox todo={todo} onSet={setDone} />
      <span className={styles.lineText}>
        <button type="button" dir="auto" onClick={() => openFollowUp({ kind: 'todo', id: todo.id })}>
          {todo.title}
        </button>
        <span className={styles.about}>
          {doneAt === null ? (
            <DueMark todo={todo} />
          ) : (
            t('followUps.doneBy', { time: format.relative(doneAt), name: doneBy?.name ?? '' })
          )}
          <span className="ell">{todo.owner.name}</span>
          {todo.request && <span className={styles.number}>REQ-{todo.request.number}</span>}
        </span>
      </span>
      <RowMenu row={todo} />
    </li>
  )
}

function DealLine({ deal }: { deal: Deal }): ReactNode {
  const t = useT()
  return (
    <li className={styles.line}>
      <Handshake size={14} aria-label={t('followUps.deal')} />
      <span className={styles.lineText}>
        <button type="button" dir="auto" onClick={() => openFollowUp({ kind: 'deal', id: deal.id })}>
          {deal.title}
        </button>
        <span className={styles.about}>
          <b>{moneyText(deal.amount, deal.currency, t.language)}</b>
          <StageMenu deal={deal} />
          {deal.expectedOn !== null && <ExpectedDay deal={deal} />}
        </span>
      </span>
      <RowMenu row={deal} />
    </li>
  )
}
