import { asc, count, eq, inArray, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { isAmong, listFor } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { isPart } from '../customers/index.ts'
import { type Document, documentOf, type ReadTo, wordsIn } from './document.ts'

/** A request whose document may no longer be right. */
export interface Affected {
  id: string
  /**
   * `more`: there are only more messages. `changed`: whatever stands in it may be another, and talks may have come or
   * gone. `anew`: words of messages may be gone, all of them are read again.
   */
  how: 'more' | 'changed' | 'anew'
}
export interface Remade {
  before: Document | null
  now: Document
}

/** Messages read at a time; in between others get their turn. */
const atOnce = 500
const p = (name: string) => sql.placeholder(name)
const messagesBehind = prepared('search_messages', (db) => {
  const { messages } = db.t
  return db
    .select({ seq: messages.seq, text: messages.text })
    .from(messages)
    .where(sql`${messages.activityId} = ${p('activityId')} and ${messages.seq} > ${p('seq')}`)
    .orderBy(asc(messages.seq))
    .limit(atOnce)
})
const commentsOf = prepared('search_comments', (db) => {
  const { comments } = db.t
  return db
    .select({ text: comments.text })
    .from(comments)
    .where(eq(comments.activityId, p('activityId')))
})

const numbersOf = prepared('search_numbers', (db) => {
  const { requests } = db.t
  return db
    .select({ id: requests.id, number: requests.number })
    .from(requests)
    .where(isAmong(db, requests.id, 'ids'))
})
const talksOf = prepared('search_talks', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id, requestId: activities.requestId, messages: activities.messageSeq })
    .from(activities)
    .where(isAmong(db, activities.requestId, 'ids'))
    .orderBy(asc(activities.id))
})
const standing = prepared('search_documents', (db) => {
  const { searchDocuments } = db.t
  return db
    .select()
    .from(searchDocuments)
    .where(isAmong(db, searchDocuments.number, 'numbers'))
})
const countedComments = prepared('search_comment_counts', (db) => {
  const { comments } = db.t
  return db
    .select({ activityId: comments.activityId, count: count() })
    .from(comments)
    .where(isAmong(db, comments.activityId, 'activityIds'))
    .groupBy(comments.activityId)
})

/**
 * The documents of these requests as they should be now, where they differ from those that stand. New messages are added
 * to what is there; a thread is only read again as a whole when something of it is gone. Outside of any transaction.
 */
export async function remake(db: Reader, affected: readonly Affected[]): Promise<Remade[]> {
  const ids = listFor(
    db,
    affected.map(({ id }) => id),
  )
  const known = await documentsOf(db, await numbersOf(db, { ids }))
  const heads = await headsOf(
    db,
    affected.filter(({ id, how }) => how !== 'more' || !known.has(id)).map(({ id }) => id),
  )
  const talks = await talksOf(db, { ids })
  const commented = await commentCounts(
    db,
    talks.map(({ id }) => id),
  )
  const remade: Remade[] = []
  for (const { id, how } of affected) {
    const before = known.get(id) ?? null
    const head = heads.get(id) ?? before
    if (!head) continue
    const readTo = talks
      .filter((talk) => talk.requestId === id)
      .map((talk): ReadTo[number] => [talk.id, talk.messages, commented.get(talk.id) ?? 0])
    const said = await saidIn(db, how === 'anew' ? null : before, readTo)
    const now: Document = { number: head.number, head: head.head, said, readTo }
    if (before === null || !isSame(before, now)) remade.push({ before, now })
  }
  return remade
}

/** Words of what was said; of a document that stands, only what has come since is read, unless something has gone. */
async function saidIn(db: Reader, before: Document | null, readTo: ReadTo): Promise<ReadonlySet<string>> {
  const now = new Map(readTo.map(([id, messages, comments]) => [id, { messages, comments }]))
  const isWhole = before?.readTo.every(([id, messages, comments]) => {
    const talk = now.get(id)
    return talk !== undefined && talk.messages >= messages && talk.comments >= comments
  })
  const base = isWhole ? before : null
  const said = new Set(base?.said)
  const add = (text: string): void => {
    for (const word of wordsIn(text)) said.add(word)
  }
  for (const [activityId, messages, comments] of readTo) {
    const [, readMessages = 0, readComments = 0] = base?.readTo.find(([id]) => id === activityId) ?? []
    let seq = readMessages
    while (seq < messages) {
      const rows = await messagesBehind(db, { activityId, seq })
      for (const { text } of rows) add(text)
      seq = rows.length < atOnce ? messages : (rows.at(-1)?.seq ?? messages)
      if (seq < messages) await new Promise(setImmediate)
    }
    if (comments > readComments) for (const { text } of await commentsOf(db, { activityId })) add(text)
  }
  return said
}

/** What is searched of the requests themselves: number, title, description, own fields in words, and their customers. */
async function headsOf(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Pick<Document, 'number' | 'head'>>()
  const { requests, requestTypes, customerWords } = db.t
  const rows = await db
    .select({
      id: requests.id,
      number: requests.number,
      title: requests.title,
      description: requests.description,
      attributes: requests.attributes,
      fields: requestTypes.fields,
      customerId: requests.customerId,
    })
    .from(requests)
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .where(inArray(requests.id, [...ids]))
  const named = await db
    .select()
    .from(customerWords)
    .where(inArray(customerWords.customerId, [...new Set(rows.map((row) => row.customerId))]))
  return new Map(
    rows.map((row) => {
      const texts = row.fields.flatMap(({ id, kind, isRemoved }) => {
        const value = row.attributes[id]
        const isText = !isRemoved && (kind === 'text' || kind === 'number')
        return isText && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : []
      })
      const own = [String(row.number), row.title, row.description, ...texts].flatMap(wordsIn)
      // Some of a customer's are no single words (a whole address); their parts stand there too.
      const ofCustomer = named
        .filter(({ customerId, word }) => customerId === row.customerId && !isPart(word))
        .flatMap(({ word }) => wordsIn(word))
      return [row.id, { number: row.number, head: new Set([...own, ...ofCustomer]) }] as const
    }),
  )
}

/** The documents that stand, by the request's id. */
async function documentsOf(
  db: Reader,
  requests: ReadonlyArray<{ id: string; number: number }>,
): Promise<Map<string, Document>> {
  const numbers = requests.map(({ number }) => number)
  const rows = await standing(db, { numbers: listFor(db, numbers) })
  const byNumber = new Map(rows.map((row) => [row.number, documentOf(row)]))
  return new Map(
    requests.flatMap(({ id, number }) => {
      const document = byNumber.get(number)
      return document ? [[id, document] as const] : []
    }),
  )
}

async function commentCounts(db: Reader, activityIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await countedComments(db, { activityIds: listFor(db, activityIds) })
  return new Map(rows.map((row) => [row.activityId, row.count]))
}

const isSame = (a: Document, b: Document): boolean =>
  hasSame(a.head, b.head) && hasSame(a.said, b.said) && JSON.stringify(a.readTo) === JSON.stringify(b.readTo)
const hasSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word))
