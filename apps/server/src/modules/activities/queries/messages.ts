import type { Message } from '@care/contract'
import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import { filesById } from '../../files/index.ts'
import { presentMessage } from '../present.ts'

export interface Stretch {
  beforeSeq?: number | undefined
  afterSeq?: number | undefined
  limit: number
}

const stretch = (name: string, place: (db: Reader) => SQL | undefined, isForward: boolean) =>
  prepared(name, (db: Reader) => {
    const { messages } = db.t
    return db
      .select()
      .from(messages)
      .where(and(eq(messages.activityId, sql.placeholder('activityId')), place(db)))
      .orderBy(isForward ? asc(messages.seq) : desc(messages.seq))
      .limit(sql.placeholder('limit'))
  })
const after = stretch('messages_after', ({ t }) => gt(t.messages.seq, sql.placeholder('seq')), true)
const before = stretch('messages_before', ({ t }) => lt(t.messages.seq, sql.placeholder('seq')), false)
const last = stretch('messages_last', () => undefined, false)

/** A stretch of a thread in order of seq: the last messages, those before or those after a seq. By key, never by offset. */
export async function messagesOf(
  db: Reader,
  activityId: string,
  { beforeSeq, afterSeq, limit }: Stretch,
): Promise<{ items: Message[]; hasEarlier: boolean; hasLater: boolean }> {
  const isForward = afterSeq !== undefined
  const common = { activityId, limit: limit + 1 }
  const rows = isForward
    ? await after(db, { ...common, seq: afterSeq })
    : beforeSeq === undefined
      ? await last(db, common)
      : await before(db, { ...common, seq: beforeSeq })
  const hasMore = rows.length > limit
  const page = rows.slice(0, limit)
  if (!isForward) page.reverse()
  const files = await filesById(
    db,
    page.flatMap((row) => row.attachmentIds),
  )
  const items = page.map((row) =>
    presentMessage(
      row,
      row.attachmentIds.flatMap((id) => files.find((file) => file.id === id) ?? []),
    ),
  )
  const firstSeq = items[0]?.seq ?? 1
  return {
    items,
    hasEarlier: isForward ? firstSeq > 1 : hasMore,
    hasLater: isForward ? hasMore : beforeSeq !== undefined,
  }
}
