import type { Task } from '@care/contract'
import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { TaskRow } from './TaskRow.tsx'
import styles from './tasks.module.css'

const TaskMenu = onDemand(() => import('./TaskMenu.tsx').then((file) => file.TaskMenu))

interface TaskItemProps {
  task: Task
  holder?: string
  isOpen: boolean
  isTabStop: boolean
  onFocus: (activityId: string) => void
  onAssign: (activityId: string) => void
  onTakeBack?: (() => void) | undefined
  /** What this list does with a row first. */
  children?: ReactNode
}

/** A row of work that is not one's own. Whoever may distribute work has its menu: by the button, a right click or `p`. */
export function TaskItem({ task, onAssign, onTakeBack, children, ...row }: TaskItemProps): ReactNode {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const hasMenu = useCan('requests.assign')
  return (
    <li className={styles.item}>
      <TaskRow task={task} {...row} onMenu={hasMenu ? setAnchor : undefined} />
      {children}
      {hasMenu && (
        <IconAction
          label={t('tasks.moreFor', { name: task.customer.name || t('common.unknownCustomer') })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </IconAction>
      )}
      {anchor && (
        <TaskMenu
          task={task}
          anchor={anchor}
          onAssign={onAssign}
          onTakeBack={onTakeBack}
          onClose={() => setAnchor(null)}
        />
      )}
    </li>
  )
}
