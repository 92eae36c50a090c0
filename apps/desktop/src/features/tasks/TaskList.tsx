import type { Task } from '@care/contract'
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { keepPlaces, type TaskGroups } from './order.ts'
import { TaskRow } from './TaskRow.tsx'
import styles from './tasks.module.css'

/** The lists of tasks in progress. One tab stop; j, k and the arrows move through the rows. */
export function TaskList({ groups }: { groups: TaskGroups }): ReactNode {
  const t = useT()
  const openId = useSelection(({ activityId }) => activityId)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const [isHeld, setIsHeld] = useState(false)
  const onCall = useSteady(groups.onCall, isHeld)
  const needsReply = useSteady(groups.needsReply, isHeld)
  const waiting = useSteady(groups.waitingForCustomer, isHeld)
  const wrapUp = useSteady(groups.wrapUp, isHeld)
  const all = useMemo(() => [...onCall, ...wrapUp, ...needsReply, ...waiting], [onCall, wrapUp, needsReply, waiting])
  const stop = [focusedId, openId].find((id) => all.some((task) => task.activityId === id)) ?? all[0]?.activityId
  const onFocus = useCallback((id: string) => setFocusedId(id), [])
  const rows = { openId, stop, onFocus }
  return (
    <div
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setIsHeld(false)}
    >
      <Group title={t('tasks.onCall')} tasks={onCall} {...rows} />
      <Group title={t('activity.states.wrapUp')} tasks={wrapUp} {...rows} />
      <Group title={t('tasks.needsReply')} tasks={needsReply} {...rows} />
      <Group title={t('tasks.waitingForCustomer')} tasks={waiting} {...rows} />
    </div>
  )
}

/** The order as shown; while the pointer or the focus is in the list, rows keep their places. */
function useSteady(wanted: readonly Task[], isHeld: boolean): readonly Task[] {
  const [shown, setShown] = useState<readonly string[]>([])
  const tasks = isHeld ? keepPlaces(wanted, shown, (task) => task.activityId) : wanted
  const ids = tasks.map((task) => task.activityId)
  if (ids.join() !== shown.join()) setShown(ids)
  return tasks
}

interface GroupProps {
  title: string
  tasks: readonly Task[]
  openId: string | null
  stop: string | undefined
  onFocus: (id: string) => void
}

function Group({ title, tasks, openId, stop, onFocus }: GroupProps): ReactNode {
  const headId = useId()
  if (tasks.length === 0) return null
  return (
    <>
      <div className={styles.group} id={headId}>
        {title} <span className="num">{tasks.length}</span>
      </div>
      <ul aria-label={title}>
        {tasks.map((task) => (
          <li key={task.activityId}>
            <TaskRow
              task={task}
              isOpen={task.activityId === openId}
              isTabStop={task.activityId === stop}
              onFocus={onFocus}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
