import { isApiError } from '@care/client'
import type { Task } from '@care/contract'
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorText, nameOf } from '../../shared/error-text.ts'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { EmptyState, ErrorState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { queueItemsQuery, useTakeTask } from './api.ts'
import { InProgress } from './InProgress.tsx'
import { RowSkeleton } from './RowSkeleton.tsx'
import { TaskItem } from './TaskItem.tsx'

/** What waits in my queues, next one first; below it, for who may take it back, what colleagues have in progress. */
export function QueueTab({ onAssign }: { onAssign: (activityId: string) => void }): ReactNode {
  const mayTakeBack = useCan('requests.assign')
  return (
    <>
      <Waiting onAssign={onAssign} />
      {mayTakeBack && <InProgress onAssign={onAssign} />}
    </>
  )
}

function Waiting({ onAssign }: { onAssign: (activityId: string) => void }): ReactNode {
  const t = useT()
  const query = useInfiniteQuery(queueItemsQuery)
  const openId = useSelection(({ activityId }) => activityId)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  if (query.isPending) return <RowSkeleton />
  if (query.isError) return <ErrorState title={t('tasks.queueFailed')} onRetry={() => void query.refetch()} />
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState icon={<Inbox size={20} />} title={t('tasks.noOneWaits')} />
  const stop = items.find((task) => task.activityId === focusedId)?.activityId ?? items[0]?.activityId
  return (
    <>
      <ul aria-label={t('tasks.queue')}>
        {items.map((task) => (
          <TaskItem
            key={task.activityId}
            task={task}
            isOpen={task.activityId === openId}
            isTabStop={task.activityId === stop}
            onFocus={setFocusedId}
            onAssign={onAssign}
          >
            <TakeButton task={task} />
          </TaskItem>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" fullWidth disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('tasks.showMore')}
        </Button>
      )}
    </>
  )
}

function TakeButton({ task }: { task: Task }): ReactNode {
  const t = useT()
  const take = useTakeTask()
  const isOffline = useIsOffline()
  if (!useCan('tasks.handle')) return null
  const name = task.customer.name || t('common.unknownCustomer')
  const onTake = (): void =>
    // The row goes with the push that says who has it, and callbacks of `mutate` would go with the row.
    void take.mutateAsync(task.activityId).then(
      () => openTask(task.activityId),
      (error: unknown) => {
        const by = isApiError(error) && error.code === 'ALREADY_TAKEN' ? error.details.by : undefined
        showToast(nameOf(by) ? t('tasks.takenBy', { name: nameOf(by) ?? '' }) : errorText(t, error))
      },
    )
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      aria-label={t('tasks.takeFrom', { name })}
      disabled={take.isPending || isOffline}
      onClick={onTake}
    >
      {t('tasks.take')}
    </Button>
  )
}
