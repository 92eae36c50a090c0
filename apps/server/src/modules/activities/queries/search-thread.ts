import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ThreadHit } from '@care/contract'
import { hasWords, searchWords } from '@care/domain'
import { and, desc, eq, isNull, lt, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'

/** Read and looked through at a time; between two the process serves others. */
const batch = 500
/** Messages that one call looks through; a longer thread goes on with `nextBeforeSeq`. */
const mostLooked = 20_000
const mostComments = 2_000
const mostSeq = 2 ** 31 - 1

const wordsBefore = prepared('thread_words_before', (db: Reader) => {
  const { messages } = db.t
  return db
    .select({ id: messages.id, seq: messages.seq, text: messages.text, at: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.activityId, sql.placeholder('activityId')),
        lt(messages.seq, sql.placeholder('seq')),
        isNull(messages.deletedAt),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(sql.placeholder('limit'))
})

/**
 * Messages and comments with all the words, latest first. The texts are read and folded as they are: an index would
 * cost every message, while a search of a whole thread of 20,000 costs some hundredths of a second (docs/performance.md).
 */
export async function searchThread(
  db: Reader,
  activityId: string,
  { search, beforeSeq, limit }: { search: string; beforeSeq?: number | undefined; limit: number },
): Promise<{ items: ThreadHit[]; nextBeforeSeq: number | null }> {
  const wanted = searchWords(search)
  if (wanted.length === 0) return { items: [], nextBeforeSeq: null }
  const items: ThreadHit[] = beforeSeq === undefined ? await commentsWith(db, activityId, wanted) : []
  let seq = beforeSeq ?? mostSeq
  for (let looked = 0; looked < mostLooked; looked += batch) {
    const rows = await wordsBefore(db, { activityId, seq, limit: batch })
    for (const row of rows) {
      seq = row.seq
      if (!hasWords(row.text, wanted)) continue
      items.push({ id: row.id, kind: 'message', seq: row.seq, at: row.at })
      if (items.length >= limit) return { items: inOrder(items), nextBeforeSeq: seq > 1 ? seq : null }
    }
    if (rows.length < batch) return { items: inOrder(items), nextBeforeSeq: null }
    await nextTurn()
  }
  return { items: inOrder(items), nextBeforeSeq: seq }
}

const inOrder = (items: readonly ThreadHit[]): ThreadHit[] => items.toSorted((a, b) => b.at - a.at)

async function commentsWith(db: Reader, activityId: string, wanted: readonly string[]): Promise<ThreadHit[]> {
  const { comments } = db.t
  const rows = await db
    .select({ id: comments.id, text: comments.text, at: comments.createdAt })
    .from(comments)
    .where(eq(comments.activityId, activityId))
    .orderBy(desc(comments.id))
    .limit(mostComments)
  return rows.filter((row) => hasWords(row.text, wanted)).map(({ id, at }) => ({ id, kind: 'comment', seq: null, at }))
}
