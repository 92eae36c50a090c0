import { isWorthRepeating } from '@care/client'
import { call } from '../../shared/api/client.ts'
import { socket } from '../../shared/realtime/connection.ts'

interface NewMarks {
  delivered?: number
  read?: number
}
const waiting = new Map<string, NewMarks>()
let timer: ReturnType<typeof setTimeout> | undefined
const batchMs = 300
const againMs = 3_000

/** Says how far I got, bundled. */
export function setMarks(activityId: string, marks: NewMarks): void {
  keep(activityId, marks)
  timer ??= setTimeout(flush, batchMs)
}

function keep(activityId: string, { delivered, read }: NewMarks): void {
  const old = waiting.get(activityId) ?? {}
  const furthest = { delivered: Math.max(old.delivered ?? 0, delivered ?? 0), read: Math.max(old.read ?? 0, read ?? 0) }
  waiting.set(activityId, furthest)
}

/** What was not said by now is not said any more: the talk is marked as unread. */
export const forgetMarks = (activityId: string): void => void waiting.delete(activityId)

function flush(): void {
  timer = undefined
  // Deleting what one stands on is allowed while going through a map.
  for (const activityId of waiting.keys()) void sendMarks(activityId)
}

/**
 * Says at once what waits to be said of this talk, so that nothing of it arrives after what comes next. What was lost on
 * the way is said again: without a further message nothing else would say it.
 */
export async function sendMarks(activityId: string): Promise<void> {
  const marks = waiting.get(activityId)
  if (!marks) return
  waiting.delete(activityId)
  const input = { params: { activityId }, body: { delivered: marks.delivered ?? 0, read: marks.read ?? 0 } }
  try {
    await (socket.isConnected ? socket.call('setMarks', input) : call('setMarks', input))
  } catch (error) {
    // A refusal is an answer: the task is not ours any more.
    if (!isWorthRepeating(error)) return
    keep(activityId, marks)
    setTimeout(flush, againMs)
  }
}
