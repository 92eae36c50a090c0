import type { Api, QueryOf, ReplyScope, ResponseOf } from '@care/contract'
import { compareFinds, rankOf, replyRanks, replyWords } from '@care/domain/quick-replies'
import { and, asc, eq, inArray, isNotNull, isNull, min, type SQL } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { afterAscending, jsonField, startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { presentReplies } from '../present.ts'
import { type ReplyRecord, requireUse, shared } from '../store.ts'

type Query = QueryOf<Api['listQuickReplies']>
interface Find {
  rank: number
  shortcutFolded: string
  id: string
}

/** Own and shared replies: in order of shortcut, or with words searched for best first. */
export async function listReplies(
  db: Reader,
  actor: OperatorActor,
  query: Query,
): Promise<ResponseOf<Api['listQuickReplies']>> {
  requireUse(actor)
  const owners = ownersOf(actor, query.scope)
  const words = replyWords(query.search)
  const page = words.length === 0 ? await browse(db, owners, query) : await find(db, owners, words, query)
  return {
    items: await presentReplies(db, actor, page.items),
    nextCursor: page.nextCursor,
    groups: await groupsOf(db, ownersOf(actor, undefined)),
  }
}

const ownersOf = (actor: OperatorActor, scope: ReplyScope | undefined): string[] => {
  if (scope === undefined) return [actor.id, shared]
  return [scope === 'own' ? actor.id : shared]
}

function filtersOf({ t: { quickReplies } }: Reader, { group, language }: Query): (SQL | undefined)[] {
  return [
    isNull(quickReplies.deletedAt),
    group === undefined ? undefined : eq(quickReplies.group, group),
    language === undefined ? undefined : isNotNull(jsonField(quickReplies.texts, language)),
  ]
}

/** Each owner's page comes from the index of his shortcuts; the two are merged. */
async function browse(db: Reader, owners: readonly string[], query: Query) {
  const { quickReplies } = db.t
  const at = readCursor(query.cursor, ['string', 'string'])
  const pages = await Promise.all(
    owners.map((owner) =>
      db
        .select()
        .from(quickReplies)
        .where(
          and(
            eq(quickReplies.owner, owner),
            ...filtersOf(db, query),
            at
              ? afterAscending(quickReplies.shortcutFolded, quickReplies.id, { first: at[0], second: at[1] })
              : undefined,
          ),
        )
        .orderBy(asc(quickReplies.shortcutFolded), asc(quickReplies.id))
        .limit(query.limit + 1),
    ),
  )
  const rows = pages.flat().toSorted((a, b) => compareFinds({ ...a, rank: 0 }, { ...b, rank: 0 }))
  return pageOf(rows, query.limit, (row) => [row.shortcutFolded, row.id])
}

/** All finds are ranked, which their number allows (limits), and only those of the page are read. */
async function find(db: Reader, owners: readonly string[], words: readonly string[], query: Query) {
  const at = readCursor(query.cursor, ['number', 'string', 'string'])
  const worst = await worstRanks(db, owners, words)
  if (worst.size === 0) return { items: [], nextCursor: null }
  const { quickReplies } = db.t
  const known = await db
    .select({ id: quickReplies.id, shortcutFolded: quickReplies.shortcutFolded })
    .from(quickReplies)
    .where(and(inArray(quickReplies.id, [...worst.keys()]), ...filtersOf(db, query)))
  const finds = known
    .map(({ id, shortcutFolded }): Find => {
      const rank = rankOf(shortcutFolded, query.search, worst.get(id) ?? replyRanks.words)
      return { id, shortcutFolded, rank }
    })
    .toSorted(compareFinds)
  const behind = at
    ? finds.filter((one) => compareFinds(one, { rank: at[0], shortcutFolded: at[1], id: at[2] }) > 0)
    : finds
  const page = pageOf(behind, query.limit, ({ rank, shortcutFolded, id }) => [rank, shortcutFolded, id])
  const rows = await readRows(
    db,
    page.items.map(({ id }) => id),
  )
  return { items: rows, nextCursor: page.nextCursor }
}

/** Of every reply that has all the words: the worst of their best places. */
async function worstRanks(
  db: Reader,
  owners: readonly string[],
  words: readonly string[],
): Promise<Map<string, number>> {
  const [first = '', ...others] = words
  let found = await bestPlaces(db, owners, first)
  for (const word of others) {
    if (found.size === 0) break
    const next = await bestPlaces(db, owners, word)
    found = new Map([...next].flatMap(([id, rank]) => withEarlier(id, rank, found.get(id))))
  }
  return found
}

const withEarlier = (id: string, rank: number, earlier: number | undefined): [string, number][] =>
  earlier === undefined ? [] : [[id, Math.max(earlier, rank)]]

/** Of every reply with a word that begins so: the best place in which one stands. */
async function bestPlaces(db: Reader, owners: readonly string[], word: string): Promise<Map<string, number>> {
  const { quickReplyWords: table } = db.t
  const rows = await db
    .select({ id: table.quickReplyId, rank: min(table.rank) })
    .from(table)
    .where(and(inArray(table.owner, [...owners]), startsWith(table.word, word)))
    .groupBy(table.quickReplyId)
  return new Map(rows.map(({ id, rank }) => [id, rank ?? replyRanks.words]))
}

async function readRows(db: Reader, ids: readonly string[]): Promise<ReplyRecord[]> {
  if (ids.length === 0) return []
  const { quickReplies } = db.t
  const rows = await db
    .select()
    .from(quickReplies)
    .where(inArray(quickReplies.id, [...ids]))
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

async function groupsOf(db: Reader, owners: readonly string[]): Promise<string[]> {
  const { quickReplies } = db.t
  const rows = await db
    .selectDistinct({ group: quickReplies.group })
    .from(quickReplies)
    .where(and(inArray(quickReplies.owner, [...owners]), isNull(quickReplies.deletedAt)))
  return rows
    .map(({ group }) => group)
    .filter((group) => group !== '')
    .toSorted()
}
