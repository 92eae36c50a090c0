import type { Message } from '@care/contract'
import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import { filesById } from '../../files/index.ts'
import { type MessageRecord, presentMessage } from '../present.ts'

export interface Stretch {
  beforeSeq?: number | undefined
  afterSeq?: number | undefined
  aroundSeq?: number | undefined
  limit: number
}
interface Page {
  items: Message[]
  hasEarlier: boolean
  hasLater: boolean
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
const from = stretch('messages_from', ({ t }) => gte(t.messages.seq, sql.placeholder('seq')), true)
const before = stretch('messages_before', ({ t }) => lt(t.messages.seq, sql.placeholder('seq')), false)
const last = stretch('messages_last', () => undefined, false)

/** A stretch of a thread in order of seq: the last messages, those before, after or around a seq. By key, never by offset. */
export async function messagesOf(
  db: Reader,
  activityId: string,
  { beforeSeq, afterSeq, aroundSeq, limit }: Stretch,
): Promise<Page> {
  const common = { activityId, limit: limit + 1 }
  if (aroundSeq !== undefined) return around(db, activityId, aroundSeq, limit)
  if (afterSeq !== undefined) {
    const rows = await after(db, { ...common, seq: afterSeq })
    const page = rows.slice(0, limit)
    return { items: await present(db, page), hasEarlier: (page[0]?.seq ?? 1) > 1, hasLater: rows.length > limit }
  }
  const rows = beforeSeq === undefined ? await last(db, common) : await before(db, { ...common, seq: beforeSeq })
  const page = rows.slice(0, limit).toReversed()
  return { items: await present(db, page), hasEarlier: rows.length > limit, hasLater: beforeSeq !== undefined }
}

/** Half of the page before the message, the message and what follows it after. */
async function around(db: Reader, activityId: string, seq: number, limit: number): Promise<Page> {
  const half = Math.floor(limit / 2)
  const earlier = await before(db, { activityId, seq, limit: half + 1 })
  const later = await from(db, { activityId, seq, limit: limit - half + 1 })
  const page = [...earlier.slice(0, half).toReversed(), ...later.slice(0, limit - half)]
  return {
    items: await present(db, page),
    hasEarlier: earlier.length > half,
    hasLater: later.length > limit - half,
  }
}

async function present(db: Reader, rows: readonly MessageRecord[]): Promise<Message[]> {
  const files = await filesById(
    db,
    rows.flatMap((row) => row.attachmentIds),
  )
  const byId = new Map(files.map((file) => [file.id, file]))
  return rows.map((row) =>
    presentMessage(
      row,
      row.attachmentIds.flatMap((id) => byId.get(id) ?? []),
    ),
  )
}
