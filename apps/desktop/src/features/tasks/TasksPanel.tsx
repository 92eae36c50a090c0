import IconButton from '@mui/material/IconButton'
import type { Task } from '@care/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowDownUp, ListFilter, Plus } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { useSnoozedShown } from '../../shared/workspace/show-snoozed.ts'
import { AskForNotifications } from './AskForNotifications.tsx'
import { queueItemsQuery, tasksQuery } from './api.ts'
import { AwayLine } from './AwayLine.tsx'
import { filtersUsed } from './filter.ts'
import { useListSettings } from './list-settings.ts'
import { moveRowFocus, neighbourOf } from './move-focus.ts'
import { MyRequests } from './MyRequests.tsx'
import { Offers } from './Offers.tsx'
import type { TaskSort } from './order.ts'
import { QueueTab } from './QueueTab.tsx'
import { taskKeys } from './task-keys.ts'
import styles from './tasks.module.css'
import { useSteadyRow } from './useSteadyRow.ts'

const SortMenu = onDemand(() => import('./SortMenu.tsx').then((file) => file.SortMenu))
const FilterMenu = onDemand(() => import('./FilterMenu.tsx').then((file) => file.FilterMenu))

interface TasksPanelProps {
  onAddRequest: () => void
  onBecomeAvailable: () => void
  /** Gives a task to somebody, for those who may. */
  onAssign: (activityId: string) => void
  /** False where the offers float over the desk because this panel is out of sight. */
  hasOffers?: boolean
  /** Below the own tasks: what was put aside. */
  snoozed?: ReactNode
  /** Below the list: what belongs to another feature. */
  footer?: ReactNode
}

/** The left column: offers on top, then own tasks or what waits in the queues. */
export function TasksPanel({
  onAddRequest,
  onBecomeAvailable,
  onAssign,
  hasOffers = true,
  snoozed,
  footer,
}: TasksPanelProps): ReactNode {
  const t = useT()
  const [tab, setTab] = useState<'mine' | 'queue'>('mine')
  const list = useRef<HTMLDivElement>(null)
  useSteadyRow(list)
  const tasks = useQuery(tasksQuery).data?.items ?? []
  const waiting = useInfiniteQuery(queueItemsQuery).data?.pages[0]?.total
  const mine = tasks.filter(
    (task) => task.state === 'wrapUp' || (task.state === 'active' && task.snoozedUntil === null),
  ).length
  const move =
    (step: 1 | -1) =>
    (event: globalThis.KeyboardEvent | null): boolean => {
      // Arrows move the page too: they are the list's only where nothing else has them.
      const isElsewhere = event?.target !== document.body && !list.current?.contains(event?.target as Node)
      return event?.key.startsWith('Arrow') && isElsewhere ? false : moveRowFocus(list.current, step)
    }
  const openNeighbour = (step: 1 | -1) => () => {
    const id = neighbourOf(list.current, useSelection.getState().activityId, step)
    if (id !== null) openTask(id)
  }
  const hints = useKeyHints()
  useShortcuts(taskKeys, {
    next: move(1),
    previous: move(-1),
    // Enter is the row's own.
    open: (event) => event?.key !== 'Enter' && openFocused(list.current),
    openNext: openNeighbour(1),
    openPrevious: openNeighbour(-1),
  })
  const snoozedWish = useSnoozedShown(({ wish }) => wish)
  const [answeredWish, setAnsweredWish] = useState(snoozedWish)
  if (snoozedWish !== answeredWish) {
    setAnsweredWish(snoozedWish)
    setTab('mine')
  }
  return (
    <section className={styles.panel} aria-label={t('tasks.region')} {...regionStop} tabIndex={-1}>
      <header className={styles.head}>
        <h2>{t('tasks.region')}</h2>
        {tab === 'mine' && <ListButtons tasks={tasks} />}
        <IconButton
          aria-label={t('tasks.addRequest')}
          title={hints.title(t('tasks.addRequest'), 'c')}
          {...hints.props('c')}
          onClick={onAddRequest}
        >
          <Plus size={16} />
        </IconButton>
      </header>
      <Tabs tab={tab} onTab={setTab} mine={mine} queue={waiting} />
      {hasOffers && <Offers className={styles.offers} />}
      <AskForNotifications />
      {/* An empty list says the same by itself. */}
      {(tab === 'queue' || tasks.length > 0) && <AwayLine onBecomeAvailable={onBecomeAvailable} />}
      <div ref={list} className={styles.list} role="tabpanel" id="tasks-panel" aria-labelledby={`tasks-tab-${tab}`}>
        {tab === 'mine' ? <MyRequests onBecomeAvailable={onBecomeAvailable} /> : <QueueTab onAssign={onAssign} />}
        {tab === 'mine' && snoozed}
      </div>
      {footer}
    </section>
  )
}

function openFocused(list: HTMLElement | null): boolean {
  const row = list?.querySelector<HTMLElement>('[data-row]:focus')
  row?.click()
  return row !== null && row !== undefined
}

function Tabs({
  tab,
  onTab,
  mine,
  queue,
}: {
  tab: 'mine' | 'queue'
  onTab: (tab: 'mine' | 'queue') => void
  mine: number
  queue: number | undefined
}): ReactNode {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    const other = tab === 'mine' ? 'queue' : 'mine'
    onTab(other)
    document.getElementById(`tasks-tab-${other}`)?.focus()
  }
  const one = (id: 'mine' | 'queue', label: string, count: number | undefined): ReactNode => (
    <button
      type="button"
      role="tab"
      id={`tasks-tab-${id}`}
      aria-selected={tab === id}
      aria-controls="tasks-panel"
      tabIndex={tab === id ? 0 : -1}
      onClick={() => onTab(id)}
      onKeyDown={onKeyDown}
    >
      {label} {count !== undefined && <span>{count}</span>}
    </button>
  )
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('tasks.region')}>
      {one('mine', t('tasks.myRequests'), mine)}
      {one('queue', t('tasks.queue'), queue)}
    </div>
  )
}

/** How My requests is ordered and what of it is shown. */
function ListButtons({ tasks }: { tasks: readonly Task[] }): ReactNode {
  const t = useT()
  const { sort, filters, set } = useListSettings()
  const [open, setOpen] = useState<{ menu: 'sort' | 'filter'; anchor: HTMLElement } | null>(null)
  const close = (): void => setOpen(null)
  const used = filtersUsed(filters)
  const sortWords: Record<TaskSort, string> = {
    waiting: t('tasks.sortWaiting'),
    newest: t('tasks.sortNewest'),
    priority: t('tasks.sortPriority'),
    name: t('tasks.sortName'),
  }
  const button = (menu: 'sort' | 'filter', label: string, icon: ReactNode): ReactNode => (
    <IconButton
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      aria-expanded={open?.menu === menu}
      data-on={(menu === 'filter' && used > 0) || undefined}
      className={styles.listButton}
      onClick={(event) => setOpen({ menu, anchor: event.currentTarget })}
    >
      {icon}
    </IconButton>
  )
  return (
    <>
      {button('filter', used > 0 ? t('tasks.filtersOn', { n: used }) : t('tasks.filters'), <ListFilter size={16} />)}
      {button('sort', t('tasks.sort', { by: sortWords[sort] }), <ArrowDownUp size={16} />)}
      {open?.menu === 'sort' && (
        <SortMenu anchor={open.anchor} sort={sort} onSort={(next) => set({ sort: next })} onClose={close} />
      )}
      {open?.menu === 'filter' && (
        <FilterMenu
          anchor={open.anchor}
          tasks={tasks}
          filters={filters}
          onFilters={(next) => set({ filters: next })}
          onClose={close}
        />
      )}
    </>
  )
}
