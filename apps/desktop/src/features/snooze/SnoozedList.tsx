import Button from '@mui/material/Button'
import type { SnoozedRequest } from '@care/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { VipMark } from '../../shared/ui/marks.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { useSnoozedShown } from '../../shared/workspace/show-snoozed.ts'
import { snoozedQuery } from './api.ts'
import styles from './snooze.module.css'

/** What one has put aside, next to come back first; closed until one looks. */
export function SnoozedList(): ReactNode {
  const t = useT()
  // Not among the first reads: the desk is usable without it.
  const query = useInfiniteQuery({ ...snoozedQuery, enabled: useLater(true, 2_000) })
  const { isOpen, wish } = useSnoozedShown()
  const setIsOpen = (next: boolean): void => useSnoozedShown.setState({ isOpen: next })
  const head = useRef<HTMLButtonElement>(null)
  const answered = useRef(useSnoozedShown.getState().wish)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const isEmpty = query.isSuccess && items.length === 0
  useEffect(() => {
    if (wish === answered.current || query.isPending) return
    answered.current = wish
    if (isEmpty) showToast(t('snooze.nothing'))
    head.current?.focus()
  }, [wish, isEmpty, query.isPending, t])
  if (items.length === 0) return null
  return (
    <>
      <button
        ref={head}
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
        {t('snooze.snoozed')}{' '}
        <span className="num">
          {items.length}
          {query.hasNextPage ? '+' : ''}
        </span>
      </button>
      {isOpen && (
        <ul aria-label={t('snooze.snoozed')}>
          {items.map((item) => (
            <li key={item.requestId}>
              <Row item={item} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && query.hasNextPage && (
        <Button size="small" fullWidth disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('tasks.showMore')}
        </Button>
      )}
    </>
  )
}

function Row({ item }: { item: SnoozedRequest }): ReactNode {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const name = item.customer.name || t('common.unknownCustomer')
  const open = (): void => {
    const tasks = client.getQueryData<{ items: { requestId: string; activityId: string }[] }>(['tasks'])
    const task = tasks?.items.find(({ requestId }) => requestId === item.requestId)
    if (task) openTask(task.activityId, { staysInList: true })
    else useSelection.getState().viewRequestAlone({ requestId: item.requestId, customerId: item.customer.id })
  }
  return (
    <button type="button" className={styles.row} onClick={open}>
      <Avatar id={item.customer.id} name={name} />
      <span className={styles.text}>
        <span className={styles.line}>
          <span className={`ell ${styles.name}`}>{name}</span>
          {item.customer.isVip && <VipMark />}
        </span>
        <span className="ell">{item.title}</span>
        <time className={styles.time} dateTime={new Date(item.snoozedUntil).toISOString()}>
          {t('snooze.sleeps', { time: format.dateTime(item.snoozedUntil) })}
        </time>
      </span>
    </button>
  )
}
