import { and, eq, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import type { ActivityRecord } from '../store.ts'
import { messagesOf } from './messages.ts'

const timeOf = prepared('message_time', (db: Reader) => {
  const { messages } = db.t
  return db
    .select({ at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.activityId, sql.placeholder('activityId')), eq(messages.seq, sql.placeholder('seq'))))
})

/**
 * The first message of that time or later, the last one when nothing is so late, null in an empty thread. Numbers have
 * no gaps and rise with time, so halving finds it: fifteen reads by key in 20,000 messages, and no index of its own.
 */
export async function seqAt(db: Reader, { id, messageSeq }: ActivityRecord, at: number): Promise<number | null> {
  if (messageSeq === 0) return null
  let [low, high] = [1, messageSeq]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [row] = await timeOf(db, { activityId: id, seq: middle })
    if (row && row.at < at) low = middle + 1
    else high = middle
  }
  return low
}

export interface Place {
  beforeSeq?: number | undefined
  afterSeq?: number | undefined
  aroundSeq?: number | undefined
  at?: number | undefined
  from?: 'unread' | undefined
  limit: number
}

/** How much of what was read already is shown above the first unread message. */
const readBefore = 10

/** A stretch of the thread at the place that was asked for, and the message that it stands around. */
export async function threadAt(db: Reader, activity: ActivityRecord, { at, from, ...place }: Place) {
  const { id, messageSeq, operatorRead } = activity
  const latest = { latestSeq: messageSeq }
  const anchorSeq = at === undefined ? (place.aroundSeq ?? null) : await seqAt(db, activity, at)
  if (anchorSeq !== null)
    return { ...(await messagesOf(db, id, { aroundSeq: anchorSeq, limit: place.limit })), anchorSeq, ...latest }
  // More is unread than a page holds: it begins where reading stopped, not at the end.
  const isFarBack = from === 'unread' && messageSeq - operatorRead > place.limit - readBefore
  if (!isFarBack) return { ...(await messagesOf(db, id, place)), anchorSeq, ...latest }
  const afterSeq = Math.max(0, operatorRead - readBefore)
  return { ...(await messagesOf(db, id, { afterSeq, limit: place.limit })), anchorSeq, ...latest }
}
