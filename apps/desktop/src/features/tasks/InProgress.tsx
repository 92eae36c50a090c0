import { newKey } from '@care/client'
import type { Task } from '@care/contract'
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { inProgressQuery, useTakeBack } from './api.ts'
import { TaskItem } from './TaskItem.tsx'
import styles from './tasks.module.css'

/** What colleagues have in progress; each can be looked at and put back into its queue. */
export function InProgress({ onAssign }: { onAssign: (activityId: string) => void }): ReactNode {
  const t = useT()
  const headId = useId()
  const query = useInfiniteQuery(inProgressQuery)
  const openId = useSelection(({ activityId }) => activityId)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const takeBack = useTakingBack()
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  const stop = items.find((task) => task.activityId === focusedId)?.activityId ?? items[0]?.activityId
  return (
    <>
      <div className={styles.group} id={headId}>
        {t('tasks.inProgress')} <span className="num">{query.data?.pages[0]?.total ?? items.length}</span>
      </div>
      <ul aria-label={t('tasks.inProgress')}>
        {items.map((task) => (
          <TaskItem
            key={task.activityId}
            task={task}
            holder={task.operator.name}
            isOpen={task.activityId === openId}
            isTabStop={task.activityId === stop}
            onFocus={setFocusedId}
            onAssign={onAssign}
            onTakeBack={canGoBack(task) ? () => takeBack(task) : undefined}
          >
            {canGoBack(task) && <TakeBack task={task} onTakeBack={takeBack} />}
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

/** A talk that is over, and wrapped up, has nothing to go back for. */
const canGoBack = ({ queue, state }: Task): boolean => queue !== null && state === 'active'

/** Puts a colleague's task back into its queue, undoably. */
function useTakingBack(): (task: Task) => void {
  const t = useT()
  const takeBack = useTakeBack()
  const undoable = useUndoable()
  return ({ activityId, requestId, customer }) => {
    const change = newKey()
    const name = customer.name || t('common.unknownCustomer')
    // The row goes with the push, and callbacks of `mutate` would go with it.
    void takeBack.mutateAsync({ activityId, change }).then(
      () => undoable(t('tasks.tookBack', { name }), { requestId, change }),
      (error: unknown) => showToast(errorText(t, error)),
    )
  }
}

function TakeBack({ task, onTakeBack }: { task: Task; onTakeBack: (task: Task) => void }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const name = task.customer.name || t('common.unknownCustomer')
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      aria-label={t('tasks.takeBackFrom', { name })}
      disabled={isOffline}
      onClick={() => onTakeBack(task)}
    >
      {t('tasks.takeBack')}
    </Button>
  )
}
