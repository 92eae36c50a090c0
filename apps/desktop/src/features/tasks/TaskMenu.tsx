import { newKey } from '@care/client'
import type { Task } from '@care/contract'
import { priorities, type Priority } from '@care/domain'
import Menu from '@mui/material/Menu'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CornerUpLeft, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { isInUse, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { menuItems, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
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
    const change = newKey()
    void work(change)
      .then(
        () => undoable(said, { requestId, change }),
        (error: unknown) => showToast(errorText(t, error)),
      )
      .finally(() => refetchTasks(client))
  }
  const setPriority = (priority: Priority, word: string): void =>
    act(
      (change) => call('setPriority', { params: { requestId }, body: { priority }, change }),
      t('taskList.prioritySet', { name, priority: word }),
    )
  const setQueue = (queueId: string, queue: string): void =>
    act(
      (change) => call('moveToQueue', { params: { requestId }, body: { queueId }, change }),
      t('taskList.queueSet', { name, queue }),
    )
  const assign: MenuChoice = {
    key: 'assign',
    label: t('taskList.assign'),
    icon: <UserPlus size={14} aria-hidden="true" />,
    onChoose: () => onAssign(task.activityId),
  }
  const takeBack: MenuChoice = {
    key: 'takeBack',
    label: t('tasks.takeBack'),
    icon: <CornerUpLeft size={14} aria-hidden="true" />,
    onChoose: () => onTakeBack?.(),
  }
  const choices: MenuChoice[] = [
    ...(task.state === 'wrapUp' ? [] : [assign]),
    ...(onTakeBack ? [takeBack] : []),
    ...oneOf(
      t('communication.priority'),
      priorities.toReversed().map((priority) => ({ key: priority, label: priorityWord(t, priority) })),
      task.priority,
      ({ key, label }) => setPriority(key, label),
    ),
    ...oneOf(
      t('communication.queue'),
      queues.filter(isInUse).map(({ id, name: label }) => ({ key: id, label })),
      task.queue?.id,
      ({ key, label }) => setQueue(key, label),
    ),
  ]
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
      {menuItems(
        choices.map((choice) => ({ ...choice, isDisabled: isOffline })),
        onClose,
      )}
    </Menu>
  )
}

/** Choices below a title, of which one holds; to choose that one again changes nothing. */
const oneOf = <K extends string>(
  groupTitle: string,
  choices: readonly { key: K; label: string }[],
  now: K | undefined,
  choose: (choice: { key: K; label: string }) => void,
): MenuChoice[] =>
  choices.map((choice, i) => ({
    ...choice,
    isChosen: choice.key === now,
    ...(i === 0 ? { groupTitle, startsGroup: true } : {}),
    onChoose: () => choice.key !== now && choose(choice),
  }))
