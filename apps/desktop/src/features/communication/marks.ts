import { call } from '../../shared/api/client.ts'
import { socket } from '../../shared/realtime/connection.ts'

interface NewMarks {
  delivered?: number
  read?: number
}
const waiting = new Map<string, NewMarks>()
let timer: ReturnType<typeof setTimeout> | undefined
const batchMs = 300

/** Says how far I got; bundled, and not repeated when it fails, since the next one says it too. */
export function setMarks(activityId: string, { delivered, read }: NewMarks): void {
  const old = waiting.get(activityId) ?? {}
  const furthest = { delivered: Math.max(old.delivered ?? 0, delivered ?? 0), read: Math.max(old.read ?? 0, read ?? 0) }
  waiting.set(activityId, furthest)
  timer ??= setTimeout(flush, batchMs)
}

function flush(): void {
  timer = undefined
  // Deleting what one stands on is allowed while going through a map.
  for (const activityId of waiting.keys()) void sendMarks(activityId)
}

/** Says at once what waits to be said of this talk, so that nothing of it arrives after what comes next. */
export async function sendMarks(activityId: string): Promise<void> {
  const marks = waiting.get(activityId)
  if (!marks) return
  waiting.delete(activityId)
  const input = { params: { activityId }, body: { delivered: marks.delivered ?? 0, read: marks.read ?? 0 } }
  await (socket.isConnected ? socket.call('setMarks', input) : call('setMarks', input)).catch(() => undefined)
}
