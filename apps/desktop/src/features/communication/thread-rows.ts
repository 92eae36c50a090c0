import type { ActivityDetails, Comment, Marks, Message } from '@care/contract'
import type { Thread } from '../../shared/entities/messages.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'started'; key: string; activity: ActivityDetails }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: Message }
  | { kind: 'comment'; key: string; comment: Comment }
  | { kind: 'pending'; key: string; item: OutboxItem }
  | { kind: 'ended'; key: string; activity: ActivityDetails }

const dayOf = (at: number): string => new Date(at).toDateString()

interface RowsOf {
  activity: ActivityDetails | undefined
  thread: Thread | undefined
  comments: readonly Comment[]
  pending: readonly OutboxItem[]
  /** Messages of the customer after this seq are new; null when nothing was unread as the task was opened. */
  newAfterSeq: number | null
}

/** Messages and comments by time, the line "New" before the first unread one, days, and what waits to be sent. */
export function rowsOf({ activity, thread, comments, pending, newAfterSeq }: RowsOf): Row[] {
  if (!thread) return []
  // Comments from before the fetched stretch come with it, or they would stand in the wrong place.
  const from = thread.hasEarlier ? (thread.items[0]?.createdAt ?? 0) : 0
  const said = new Set(thread.items.map(({ clientMessageId }) => clientMessageId))
  const lines: { at: number; row: Row }[] = [
    ...thread.items.map((message) => ({
      at: message.createdAt,
      row: { kind: 'message', key: message.id, message } as const,
    })),
    ...comments
      .filter(({ createdAt }) => createdAt >= from)
      .map((comment) => ({ at: comment.createdAt, row: { kind: 'comment', key: comment.id, comment } as const })),
  ]
  // Stable: messages keep the order of their seq whatever the clocks said.
  lines.sort((a, b) =>
    a.row.kind === 'message' && b.row.kind === 'message' ? a.row.message.seq - b.row.message.seq : a.at - b.at,
  )
  const rows: Row[] = []
  let day = ''
  let hasNew = newAfterSeq === null
  if (activity && !thread.hasEarlier) rows.push({ kind: 'started', key: 'started', activity })
  for (const { at, row } of lines) {
    if (dayOf(at) !== day) {
      day = dayOf(at)
      const place = rows[0]?.kind === 'started' && rows.length === 1 ? 0 : rows.length
      rows.splice(place, 0, { kind: 'day', key: `day-${day}`, at })
    }
    if (
      !hasNew &&
      row.kind === 'message' &&
      row.message.author.kind === 'customer' &&
      row.message.seq > (newAfterSeq ?? 0)
    ) {
      hasNew = true
      rows.push({ kind: 'new', key: 'new' })
    }
    rows.push(row)
  }
  if (activity !== undefined && activity.endedAt !== null) rows.push({ kind: 'ended', key: 'ended', activity })
  for (const item of pending) if (!said.has(item.id)) rows.push({ kind: 'pending', key: item.id, item })
  return rows
}

export type Delivery = 'sent' | 'delivered' | 'read'

/** How far one of our messages got, by the customer's marks. */
export function deliveryOf(seq: number, marks: Marks): Delivery {
  if (seq <= marks.customerRead) return 'read'
  return seq <= marks.customerDelivered ? 'delivered' : 'sent'
}
