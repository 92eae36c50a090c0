import Button from '@mui/material/Button'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Headset, ListFilter } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { EmptyState, ErrorState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { queueItemsQuery, tasksQuery, useTakeNext } from './api.ts'
import { filtersUsed, fitsFilters, noFilters } from './filter.ts'
import { useListSettings } from './list-settings.ts'
import { groupTasks } from './order.ts'
import { RowSkeleton } from './RowSkeleton.tsx'
import { TaskList } from './TaskList.tsx'
import styles from './tasks.module.css'

/** Own tasks in progress. What is on the screen stays while it is fetched again or the connection is lost. */
export function MyRequests({ onBecomeAvailable }: { onBecomeAvailable: () => void }): ReactNode {
  const t = useT()
  const format = useFormat()
  const query = useQuery(tasksQuery)
  const { sort, filters, set } = useListSettings()
  const openId = useSelection(({ activityId }) => activityId)
  const items = useMemo(() => query.data?.items ?? [], [query.data])
  // The open one stays while it is open, and a wrap-up always: it holds the next offer back.
  const fitting = useMemo(
    () =>
      items.filter(
        (task) =>
          task.activityId === openId ||
          task.state !== 'active' ||
          task.snoozedUntil !== null ||
          fitsFilters(task, filters, serverNow()),
      ),
    [items, filters, openId],
  )
  const groups = useMemo(() => groupTasks(fitting, sort, format.compare), [fitting, sort, format])
  if (query.isPending) return <RowSkeleton />
  if (query.isError && !query.data) return <ErrorState title={t('tasks.failed')} onRetry={() => void query.refetch()} />
  const { onCall, wrapUp, needsReply, waitingForCustomer } = groups
  const isEmpty = onCall.length + wrapUp.length + needsReply.length + waitingForCustomer.length === 0
  const hidden = items.length - fitting.length
  const clear = (
    <Button size="small" variant="text" onClick={() => set({ filters: noFilters })}>
      {t('tasks.clearFilters')}
    </Button>
  )
  if (isEmpty && hidden > 0)
    return <EmptyState icon={<ListFilter size={20} />} title={t('tasks.noneFits')} action={clear} />
  if (!isEmpty)
    return (
      <>
        {filtersUsed(filters) > 0 && (
          <output className={styles.filtered}>
            {t('tasks.hidden', { n: hidden })} {clear}
          </output>
        )}
        <TaskList groups={groups} />
      </>
    )
  return groups.offered.length > 0 ? null : <NoTasks onBecomeAvailable={onBecomeAvailable} />
}

function NoTasks({ onBecomeAvailable }: { onBecomeAvailable: () => void }): ReactNode {
  const t = useT()
  const me = useMe()
  const canTake = useCan('tasks.handle')
  const isOffline = useIsOffline()
  const takeNext = useTakeNext()
  const total = useInfiniteQuery(queueItemsQuery).data?.pages[0]?.total ?? 0
  const icon = <Headset size={20} />
  if (canTake && me && me.presence.chosen !== 'available' && me.presence.chosen !== 'busy')
    return (
      <EmptyState
        icon={icon}
        title={t('tasks.youAreAway')}
        text={t('tasks.waitInQueue', { n: total })}
        action={
          <Button size="small" variant="outlined" color="inherit" disabled={isOffline} onClick={onBecomeAvailable}>
            {t('tasks.becomeAvailable')}
          </Button>
        }
      />
    )
  const onTakeNext = (): void =>
    // This is gone as soon as the task is in the list, and callbacks of `mutate` with it.
    void takeNext.mutateAsync().then(
      (task) => (task ? openTask(task.activityId) : showToast(t('tasks.noOneWaits'))),
      (error: unknown) => showToast(errorText(t, error)),
    )
  return (
    <EmptyState
      icon={icon}
      title={t('tasks.noTasks')}
      text={t('tasks.waitInQueue', { n: total })}
      action={
        canTake && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            disabled={takeNext.isPending || isOffline || total === 0}
            onClick={onTakeNext}
          >
            {t('tasks.takeNext')}
          </Button>
        )
      }
    />
  )
}
