import type { Task } from '@care/contract'
import type { DesktopT } from '@care/i18n/desktop'
import { useQueryClient } from '@tanstack/react-query'
import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useHasDraft } from '../../shared/drafts/drafts.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { idOfKey } from '../../shared/keyboard/keys.ts'
import { wantedName } from '../../shared/keyboard/shortcuts.ts'
import { useIsCustomerTyping } from '../../shared/realtime/typing.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { Chip, VipMark } from '../../shared/ui/marks.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import { openTask, prefetchTask } from '../../shared/workspace/open-task.ts'
import { Pencil } from 'lucide-react'
import { isBack } from './order.ts'
import { taskKeys } from './task-keys.ts'
import styles from './tasks.module.css'

interface TaskRowProps {
  task: Task
  isOpen: boolean
  /** The one row of the list that Tab reaches. */
  isTabStop: boolean
  onFocus: (activityId: string) => void
  /** Who has it, where the list is of several people. */
  holder?: string
  /** Opens the row's menu below it: by a right click, the menu key or `p`. */
  onMenu?: ((row: HTMLElement) => void) | undefined
}

/** One task: who, how long, the last line, unread, queue. A click opens it with the composer focused. */
export const TaskRow = memo(function TaskRow({
  task,
  isOpen,
  isTabStop,
  onFocus,
  holder,
  onMenu,
}: TaskRowProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const name = task.customer.name || t('common.unknownCustomer')
  const isTyping = useIsCustomerTyping(task.activityId)
  const hasDraft = useHasDraft(task.activityId)
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <button
      ref={row}
      type="button"
      className={styles.row}
      data-row={task.activityId}
      data-unread={task.unread > 0 || undefined}
      aria-current={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => openTask(task.activityId)}
      onFocus={() => {
        onFocus(task.activityId)
        prefetchTask(client, task.activityId)
      }}
      onMouseEnter={() => prefetchTask(client, task.activityId)}
      onContextMenu={
        onMenu &&
        ((event) => {
          event.preventDefault()
          onMenu(event.currentTarget)
        })
      }
      onKeyDown={
        onMenu &&
        ((event) => {
          if (idOfKey(taskKeys, wantedName(event) ?? '') !== 'assign') return
          event.preventDefault()
          onMenu(event.currentTarget)
        })
      }
    >
      <Avatar id={task.customer.id} name={name} medium={task.medium} />
      <span style={{ minWidth: 0 }}>
        <span className={styles.line}>
          <span className={`ell ${styles.name}`}>{name}</span>
          {task.customer.isVip && <VipMark />}
          <span className="sr">{mediumWord(t, task.medium)}</span>
          {task.wrapUpUntil === null ? (
            <Age at={task.waitingSince ?? task.lastLine?.at ?? task.eligibleSince} />
          ) : (
            <TimeLeft until={task.wrapUpUntil} />
          )}
        </span>
        <span className={styles.line}>
          {isTyping ? (
            <span className={`ell ${styles.typing}`}>{t('tasks.typing')}</span>
          ) : (
            <span className={`ell ${styles.last}`}>{lastLineOf(task, t('tasks.you'))}</span>
          )}
          {task.unread > 0 && (
            <span className={styles.badge}>
              {task.unread}
              <span className="sr"> {t('tasks.unread')}</span>
            </span>
          )}
          {hasDraft && task.unread === 0 && (
            <span className={styles.pencil} title={t('tasks.draft')}>
              <Pencil size={12} aria-hidden="true" />
              <span className="sr">{t('tasks.draft')}</span>
            </span>
          )}
        </span>
        <span className={`${styles.line} ${styles.meta}`}>
          {isBack(task) && <Chip tone="pri">{t('tasks.back')}</Chip>}
          {(task.priority === 'high' || task.priority === 'urgent') && (
            <Chip tone={task.priority === 'urgent' ? 'err' : 'warn'}>{priorityWord(t, task.priority)}</Chip>
          )}
          <span className="ell">{placeOf(t, task, holder)}</span>
        </span>
      </span>
    </button>
  )
})

/** Where it is, or with whom, or who should know it. */
function placeOf(t: DesktopT, task: Task, holder: string | undefined): string {
  if (task.transferTo) return t('tasks.handingOver', { name: task.transferTo.name })
  const place = holder ?? task.queue?.name ?? t('tasks.requestNumber', { number: String(task.requestNumber) })
  const more = [
    ...(task.group ? [t('tasks.forGroup', { name: task.group.name })] : []),
    ...(task.knowsIt ? [t('tasks.knowsIt', { name: task.knowsIt.name })] : []),
  ]
  return [place, ...more].join(' · ')
}

function lastLineOf(task: Task, you: string): string {
  const line = task.lastLine
  if (!line) return task.requestTitle
  return line.author === 'operator' ? `${you} ${line.text}` : line.text
}

function Age({ at }: { at: number }): ReactNode {
  const format = useFormat()
  const words = useTick((now) => (now - at < 24 * 3_600_000 ? format.duration(now - at) : format.relative(at)))
  return (
    <time className={styles.age} dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {words}
    </time>
  )
}

/** Of a wrap-up, by the second: it ends by itself. */
function TimeLeft({ until }: { until: number }): ReactNode {
  const format = useFormat()
  const words = useTick((now) => format.counter(Math.max(0, until - now)))
  return <span className={styles.age}>{words}</span>
}
