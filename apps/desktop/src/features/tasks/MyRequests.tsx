import Button from '@mui/material/Button'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Headset } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { EmptyState, ErrorState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { queueItemsQuery, tasksQuery, useTakeNext } from './api.ts'
import { groupTasks, type TaskSort } from './order.ts'
import { RowSkeleton } from './RowSkeleton.tsx'
import { TaskList } from './TaskList.tsx'

/** Own tasks in progress. What is on the screen stays while it is fetched again or the connection is lost. */
export function MyRequests({ sort, onBecomeAvailable }: { sort: TaskSort; onBecomeAvailable: () => void }): ReactNode {
  const t = useT()
  const query = useQuery(tasksQuery)
  const groups = useMemo(() => groupTasks(query.data?.items ?? [], sort), [query.data, sort])
  if (query.isPending) return <RowSkeleton />
  if (query.isError && !query.data) return <ErrorState title={t('tasks.failed')} onRetry={() => void query.refetch()} />
  if (groups.needsReply.length + groups.waitingForCustomer.length > 0) return <TaskList groups={groups} />
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
