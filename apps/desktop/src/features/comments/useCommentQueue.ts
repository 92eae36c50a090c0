import { isWorthRepeating } from '@care/client'
import { useEffect, useRef, useState } from 'react'
import { newCommentKey, useAddComment } from '../../shared/entities/comments.ts'
import { useStoredText } from '../../shared/hooks/useStoredText.ts'
import { onConnected } from '../../shared/realtime/connection.ts'

export interface QueuedComment {
  clientCommentId: string
  text: string
}

const retryMs = 5_000

const parse = (stored: string): QueuedComment[] => {
  try {
    return stored === '' ? [] : (JSON.parse(stored) as QueuedComment[])
  } catch {
    return []
  }
}

/**
 * Comments on their way, kept in storage until the server has them: sent in order, again on reconnect and after a
 * reload, each with its own key, so that none is lost and none is written twice. A refused one comes back by `onRefused`.
 */
export function useCommentQueue(
  activityId: string,
  requestId: string,
  onRefused: (comment: QueuedComment, error: unknown) => void,
): { waiting: QueuedComment[]; send: (text: string) => void } {
  const [stored, setStored] = useStoredText(`care.comments-queue.${activityId}`)
  const { mutateAsync } = useAddComment(activityId, requestId)
  const queue = useRef(parse(stored))
  const isRunning = useRef(false)
  const [isStalled, setIsStalled] = useState(false)
  const keep = (comments: QueuedComment[]): void => {
    queue.current = comments
    setStored(comments.length === 0 ? '' : JSON.stringify(comments))
  }
  const run = async (): Promise<void> => {
    if (isRunning.current) return
    isRunning.current = true
    setIsStalled(false)
    try {
      for (let next = queue.current[0]; next; next = queue.current[0]) {
        const comment = next
        try {
          await mutateAsync(comment)
        } catch (error) {
          if (isWorthRepeating(error)) return setIsStalled(true)
          onRefused(comment, error)
        }
        keep(queue.current.filter((other) => other.clientCommentId !== comment.clientCommentId))
      }
    } finally {
      isRunning.current = false
    }
  }
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    void latest.current()
    return onConnected(() => void latest.current())
  }, [])
  // The socket may be well while a call failed (a busy server): then no reconnect will come to send them.
  useEffect(() => {
    if (!isStalled) return
    const timer = setTimeout(() => void latest.current(), retryMs)
    return () => clearTimeout(timer)
  }, [isStalled])
  return {
    // On its way it stands in the list already, as not yet acknowledged.
    waiting: isStalled ? parse(stored) : parse(stored).slice(1),
    send: (text) => {
      keep([...queue.current, { clientCommentId: newCommentKey(), text }])
      void run()
    },
  }
}
