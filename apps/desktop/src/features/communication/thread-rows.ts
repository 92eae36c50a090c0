import type { ActivityDetails, Comment, Marks, Message } from '@care/contract'
import type { Thread } from '../../shared/entities/messages.ts'
import type { OutboxItem } from './outbox/make-outbox.ts'

/** What stands above a line. It is part of the line, so that rows keep their keys when earlier ones come in front. */
export interface Lead {
  startedOf?: ActivityDetails
  dayAt?: number
  isNew?: boolean
}
type Said =
  | { kind: 'message'; message: Message }
  | { kind: 'comment'; comment: Comment }
  | { kind: 'pending'; item: OutboxItem }
export type Row = (Said | { kind: 'begun' } | { kind: 'ended'; activity: ActivityDetails }) & {
  key: string
  lead: Lead
}

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
  const rows = withLeads(saidIn(thread, comments), thread.hasEarlier, newAfterSeq)
  if (activity && !thread.hasEarlier) {
    if (rows[0]) rows[0].lead.startedOf = activity
    else rows.push({ kind: 'begun', key: 'begun', lead: { startedOf: activity } })
  }
  if (thread.hasLater) return rows
  if (activity !== undefined && activity.endedAt !== null)
    rows.push({ kind: 'ended', key: 'ended', lead: {}, activity })
  const said = new Set([
    ...thread.items.map(({ clientMessageId }) => clientMessageId),
    ...comments.map(({ clientCommentId }) => clientCommentId),
  ])
  for (const item of pending) if (!said.has(item.id)) rows.push({ kind: 'pending', key: item.id, lead: {}, item })
  return rows
}

type Line = { at: number; key: string; said: Extract<Said, { kind: 'message' | 'comment' }> }

function saidIn({ items, hasEarlier, hasLater }: Thread, comments: readonly Comment[]): Line[] {
  // Comments from outside the fetched stretch come with theirs, or they would stand in the wrong place.
  const from = hasEarlier ? (items[0]?.createdAt ?? 0) : 0
  const to = hasLater ? (items.at(-1)?.createdAt ?? 0) : Infinity
  const lines: Line[] = items.map((message) => ({
    at: message.createdAt,
    // A pending message keeps its place in the tree when it becomes a real one.
    key: message.clientMessageId,
    said: { kind: 'message', message },
  }))
  const within = comments.filter(({ createdAt }) => createdAt >= from && createdAt <= to)
  if (within.length === 0) return lines
  lines.push(
    ...within.map((comment): Line => ({
      at: comment.createdAt,
      key: comment.clientCommentId,
      said: { kind: 'comment', comment },
    })),
  )
  // Stable: messages keep the order of their seq whatever the clocks said.
  return lines.sort((a, b) =>
    a.said.kind === 'message' && b.said.kind === 'message' ? a.said.message.seq - b.said.message.seq : a.at - b.at,
  )
}

function withLeads(lines: readonly Line[], hasEarlier: boolean, newAfterSeq: number | null): Row[] {
  let day = { from: 0, to: 0 }
  let hasNew = newAfterSeq === null
  return lines.map(({ at, key, said }, i) => {
    const lead: Lead = {}
    if (at < day.from || at >= day.to) {
      day = dayAround(at)
      // Above the first of a stretch the day goes on: its line would move with the next page.
      if (i > 0 || !hasEarlier) lead.dayAt = at
    }
    if (!hasNew && said.kind === 'message' && said.message.author.kind === 'customer') {
      hasNew = said.message.seq > (newAfterSeq ?? 0)
      if (hasNew) lead.isNew = true
    }
    return { ...said, key, lead }
  })
}

/** Midnight to midnight; asked once a day and not once a message, which showed while scrolling. */
function dayAround(at: number): { from: number; to: number } {
  const from = new Date(at).setHours(0, 0, 0, 0)
  const to = new Date(from)
  to.setDate(to.getDate() + 1)
  return { from, to: to.getTime() }
}

export type Delivery = 'sent' | 'delivered' | 'read'

/** How far one of our messages got, by the customer's marks. */
export function deliveryOf(seq: number, marks: Marks): Delivery {
  if (seq <= marks.customerRead) return 'read'
  return seq <= marks.customerDelivered ? 'delivered' : 'sent'
}
