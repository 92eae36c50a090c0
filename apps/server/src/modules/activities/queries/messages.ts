import type { Message } from '@care/contract'
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { filesById } from '../../files/index.ts'
import { presentMessage } from '../present.ts'

export interface Stretch {
  beforeSeq?: number | undefined
  afterSeq?: number | undefined
  limit: number
}

/** A stretch of a thread in order of seq: the last messages, those before or those after a seq. By key, never by offset. */
export async function messagesOf(db: Reader, activityId: string, { beforeSeq, afterSeq, limit }: Stretch): Promise<{ items: Message[]; hasEarlier: boolean; hasLater: boolean }> {
  const { messages } = db.t
  const isForward = afterSeq !== undefined
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.activityId, activityId), isForward ? gt(messages.seq, afterSeq) : beforeSeq === undefined ? undefined : lt(messages.seq, beforeSeq)))
    .orderBy(isForward ? asc(messages.seq) : desc(messages.seq))
    .limit(limit + 1)
  const hasMore = rows.length > limit
  const page = rows.slice(0, limit)
  if (!isForward) page.reverse()
  const files = await filesById(db, page.flatMap((row) => row.attachmentIds))
  const items = page.map((row) => presentMessage(row, row.attachmentIds.flatMap((id) => files.find((file) => file.id === id) ?? [])))
  const firstSeq = items[0]?.seq ?? 1
  return { items, hasEarlier: isForward ? firstSeq > 1 : hasMore, hasLater: isForward ? hasMore : beforeSeq !== undefined }
}
