import type { Thread } from '../../shared/entities/messages.ts'
import type { Task } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { setMarks } from './marks.ts'

const watch = (changed: () => void): (() => void) => {
  const events = ['focus', 'blur'] as const
  events.forEach((event) => addEventListener(event, changed))
  document.addEventListener('visibilitychange', changed)
  return () => {
    events.forEach((event) => removeEventListener(event, changed))
    document.removeEventListener('visibilitychange', changed)
  }
}
const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

/** Says "read" only when somebody can have read it: page in front, thread at its end, the task is ours. */
export function useReadMarks(
  activityId: string,
  thread: Thread | undefined,
  isAtEnd: boolean,
  canReply: boolean,
): void {
  const looks = useSyncExternalStore(watch, isLooking)
  const last = thread?.items.findLast(({ author }) => author.kind === 'customer')?.seq ?? 0
  const read = thread?.marks.operatorRead ?? 0
  const client = useQueryClient()
  // Marked as unread before, though its mark stands at the end: opening it reads it again. What was opened as read and is
  // marked now stays unread.
  const isReopened = useRef<boolean | null>(null)
  useEffect(() => {
    if (thread === undefined) return
    if (isReopened.current === null) {
      const task = client.getQueryData<{ items: Task[] }>(['tasks'])?.items.find((one) => one.activityId === activityId)
      isReopened.current = task !== undefined && task.unread > 0 && last <= read
    }
    if (!isReopened.current || !looks || !isAtEnd || !canReply) return
    isReopened.current = false
    setMarks(activityId, { read })
  }, [activityId, looks, isAtEnd, canReply, thread, last, read, client])
  useEffect(() => {
    if (looks && isAtEnd && canReply && last > read) setMarks(activityId, { delivered: last, read: last })
  }, [activityId, looks, isAtEnd, canReply, last, read])
}
