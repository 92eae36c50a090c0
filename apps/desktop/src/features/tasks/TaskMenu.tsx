import { newKey } from '@care/client'
import type { Task } from '@care/contract'
import { priorities } from '@care/domain'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, CornerUpLeft, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { isInUse, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import menu from '../../shared/ui/menu.module.css'
import { showToast } from '../../shared/ui/toast.tsx'
import { priorityWord } from '../../shared/words/priority.ts'
import { refetchTasks } from './api.ts'

interface TaskMenuProps {
  task: Task
  anchor: HTMLElement
  onAssign: (activityId: string) => void
  /** Absent for what waits. */
  onTakeBack?: (() => void) | undefined
  onClose: () => void
}

/** What a dispatcher or supervisor does with a row: assign, take back, priority, queue; each can be undone. */
export function TaskMenu({ task, anchor, onAssign, onTakeBack, onClose }: TaskMenuProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const undoable = useUndoable()
  const isOffline = useIsOffline()
  const queues = useQuery(queuesQuery).data ?? []
  const { requestId } = task
  const name = task.customer.name || t('common.unknownCustomer')
  const act = (work: (change: string) => Promise<unknown>, said: string): void => {
    onClose()
    const change = newKey()
    void work(change)
      .then(
        () => undoable(said, { requestId, change }),
        (error: unknown) => showToast(errorText(t, error)),
      )
      .finally(() => refetchTasks(client))
  }
  const choice = (key: string, label: string, isOn: boolean, choose: () => void): ReactNode => (
    <MenuItem
      key={key}
      role="menuitemradio"
      aria-checked={isOn}
      selected={isOn}
      disabled={isOffline}
      sx={{ gap: '9px' }}
      onClick={isOn ? onClose : choose}
    >
      <span style={{ flex: 1 }}>{label}</span>
      {isOn && <Check size={14} aria-hidden="true" />}
    </MenuItem>
  )
  const title = (text: string): ReactNode => (
    <li key={text} role="presentation" className={menu.menuTitle}>
      {text}
    </li>
  )
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      slotProps={{
        list: { 'aria-label': t('taskList.actions', { name }), dense: true },
        paper: { sx: { minWidth: 220, maxHeight: 480 } },
      }}
    >
      {task.state !== 'wrapUp' && (
        <MenuItem
          sx={{ gap: '9px' }}
          disabled={isOffline}
          onClick={() => {
            onClose()
            onAssign(task.activityId)
          }}
        >
          <UserPlus size={14} aria-hidden="true" />
          {t('taskList.assign')}
        </MenuItem>
      )}
      {onTakeBack && (
        <MenuItem
          sx={{ gap: '9px' }}
          disabled={isOffline}
          onClick={() => {
            onClose()
            onTakeBack()
          }}
        >
          <CornerUpLeft size={14} aria-hidden="true" />
          {t('tasks.takeBack')}
        </MenuItem>
      )}
      <Divider />
      {title(t('communication.priority'))}
      {priorities.toReversed().map((priority) => {
        const word = priorityWord(t, priority)
        return choice(priority, word, priority === task.priority, () =>
          act(
            (change) => call('setPriority', { params: { requestId }, body: { priority }, change }),
            t('taskList.prioritySet', { name, priority: word }),
          ),
        )
      })}
      <Divider />
      {title(t('communication.queue'))}
      {queues
        .filter(isInUse)
        .map((queue) =>
          choice(queue.id, queue.name, queue.id === task.queue?.id, () =>
            act(
              (change) => call('moveToQueue', { params: { requestId }, body: { queueId: queue.id }, change }),
              t('taskList.queueSet', { name, queue: queue.name }),
            ),
          ),
        )}
    </Menu>
  )
}
