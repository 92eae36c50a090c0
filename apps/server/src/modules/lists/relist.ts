import { foldText, priorityRank } from '@care/domain'
import { and, asc, desc, eq, inArray, isNull, sql } from '../../db/drizzle.ts'
import { insertMany } from '../../db/bulk.ts'
import { prepared, preparedWrite } from '../../db/prepared.ts'
import { inTurn, locked } from '../../db/sql.ts'
import type { ListedTalk } from '../../db/schema/lists.ts'
import type { Reader, Tx } from '../../db/store.ts'
import { membersOf } from '../groups/index.ts'
import { closed, facetOf, facetsOf, open } from './facets.ts'
import { keepTags } from './known-tags.ts'

type Entry = Reader['t']['requestEntries']['$inferSelect']

const p = (name: string) => sql.placeholder(name)
const request = prepared('list_request', (db) => {
  return requestRows(db).where(eq(db.t.requests.id, p('id')))
})
function requestRows(db: Reader) {
  const { requests, customers } = db.t
  return db
    .select({
      id: requests.id,
      number: requests.number,
      customerId: requests.customerId,
      category: requests.category,
      stage: requests.stage,
      priority: requests.priority,
      queueId: requests.queueId,
      assigneeId: requests.assigneeId,
      typeId: requests.typeId,
      locationId: requests.locationId,
      outcome: requests.outcome,
      tags: requests.tags,
      createdAt: requests.createdAt,
      listedAt: requests.listedAt,
      dueAt: requests.dueAt,
      closedAt: requests.closedAt,
      isVip: customers.isVip,
      companyId: customers.companyId,
    })
    .from(requests)
    .leftJoin(customers, eq(customers.id, requests.customerId))
}
const taskRow = ({ t: { activities } }: Reader) => ({
  id: activities.id,
  medium: activities.medium,
  operatorId: activities.operatorId,
  offeredToId: activities.offeredToId,
  transferToId: activities.transferToId,
  groupId: activities.groupId,
})
const newestFirst = ({ t: { activities } }: Reader) => [desc(activities.startedAt), desc(activities.id)]
const tasks = prepared('list_tasks', (db) => {
  const { activities } = db.t
  return db
    .select(taskRow(db))
    .from(activities)
    .where(eq(activities.requestId, p('id')))
    .orderBy(...newestFirst(db))
})
const activityTags = prepared('list_tags', (db) => {
  const { activities, activityTags: tags } = db.t
  return db
    .select({ tag: tags.tag })
    .from(activities)
    .innerJoin(tags, eq(tags.activityId, activities.id))
    .where(eq(activities.requestId, p('id')))
    .orderBy(...newestFirst(db), asc(tags.position))
})
const entryOf = prepared('list_entry', (db) => {
  const { requestEntries } = db.t
  return locked(
    db,
    db
      .select()
      .from(requestEntries)
      .where(eq(requestEntries.requestId, p('id'))),
    requestEntries,
  )
})

/** Unless who changed the request has done so meanwhile. */
const fillTalk = preparedWrite('list_talk', (tx) => {
  const { requestEntries } = tx.t
  return tx
    .update(requestEntries)
    .set({ talk: sql`${p('talk')}` })
    .where(and(eq(requestEntries.requestId, p('id')), isNull(requestEntries.talk)))
})

type Row = Awaited<ReturnType<typeof request>>[number]
type Task = Omit<Awaited<ReturnType<typeof tasks>>[number], 'groupId'>

/** How a request stands in the lists, with the tags it has; null when there is no such request. */
async function entryNow(db: Reader, requestId: string): Promise<{ entry: Entry; tags: string[] } | null> {
  const [row] = await request(db, { id: requestId })
  if (!row) return null
  const work = await tasks(db, { id: requestId })
  const members = await membersOf(
    db,
    work.map(({ groupId }) => groupId),
  )
  const tags = await activityTags(db, { id: requestId })
  return { entry: entryFrom(row, work, tags, members), tags: [...row.tags, ...tags.map(({ tag }) => tag)] }
}

/** `members`: of the groups that its work waits for. */
function entryFrom(
  row: Row,
  work: readonly Task[],
  tags: ReadonlyArray<{ tag: string }>,
  members: readonly string[] = [],
): Entry {
  const facets = facetsOf({
    ...row,
    isVip: row.isVip ?? false,
    media: work.map((task) => task.medium),
    tags: [...row.tags, ...tags.map(({ tag }) => tag)],
    seenBy: [
      ...work.flatMap((task) => [task.operatorId, task.offeredToId, task.transferToId]).filter((id) => id !== null),
      ...members,
    ],
  })
  return {
    number: row.number,
    requestId: row.id,
    customerId: row.customerId,
    state: row.category === 'closed' ? closed : open,
    priority: priorityRank(row.priority),
    createdAt: row.createdAt,
    // Closing is an update to whoever reads a list, though it restarts no clock.
    listedAt: Math.max(row.listedAt, row.closedAt ?? 0),
    dueAt: row.dueAt,
    closedAt: row.closedAt,
    isVip: row.isVip ?? false,
    companyId: row.companyId,
    facets,
    talk: talkOf(work, tags),
  }
}

/** `work` and `tags`: newest activity first. */
const talkOf = (work: readonly Pick<Task, 'id' | 'medium'>[], tags: ReadonlyArray<{ tag: string }>): ListedTalk => ({
  newestId: work[0]?.id ?? null,
  media: [...new Set(work.map(({ medium }) => medium))],
  tags: [...new Set(tags.map(({ tag }) => tag))],
})

/** What its rows are ordered by besides number and update. */
const endOf = (entry: Entry): number | null => (entry.state === closed ? entry.closedAt : entry.dueAt)

const rowsOf = (entry: Entry, facets: readonly number[]) =>
  facets.map((facet) => ({
    facet,
    state: entry.state,
    number: entry.number,
    listedAt: entry.listedAt,
    endAt: endOf(entry),
  }))

/** What a change does to the counts. */
type CountChange = [facet: number, state: number, change: number]

/** Writes what differs between how a request stands in the lists and how it should. Gives the changes of counts. */
async function put(tx: Tx, before: Entry | null, now: Entry): Promise<CountChange[]> {
  const { requestEntries, requestFacets } = tx.t
  if (before === null) {
    await tx.insert(requestEntries).values(now)
    await insertMany(tx, requestFacets, rowsOf(now, now.facets))
    return now.facets.map((facet): CountChange => [facet, now.state, 1])
  }
  if (isSame(before, now)) return []
  await tx.update(requestEntries).set(now).where(eq(requestEntries.number, now.number))
  const hasMoved = before.state !== now.state
  const gone = hasMoved ? before.facets : before.facets.filter((facet) => !now.facets.includes(facet))
  const kept = hasMoved ? [] : now.facets.filter((facet) => before.facets.includes(facet))
  const added = now.facets.filter((facet) => !kept.includes(facet))
  const at = (facets: readonly number[]) =>
    and(
      inArray(requestFacets.facet, [...facets]),
      eq(requestFacets.state, before.state),
      eq(requestFacets.number, now.number),
    )
  if (gone.length > 0) await tx.delete(requestFacets).where(at(gone))
  if (kept.length > 0 && (before.listedAt !== now.listedAt || endOf(before) !== endOf(now)))
    await tx
      .update(requestFacets)
      .set({ listedAt: now.listedAt, endAt: endOf(now) })
      .where(at(kept))
  if (added.length > 0) await insertMany(tx, requestFacets, rowsOf(now, added))
  return [
    ...gone.map((facet): CountChange => [facet, before.state, -1]),
    ...added.map((facet): CountChange => [facet, now.state, 1]),
  ]
}

const isSame = (a: Entry, b: Entry): boolean =>
  a.customerId === b.customerId &&
  a.state === b.state &&
  a.priority === b.priority &&
  a.createdAt === b.createdAt &&
  a.listedAt === b.listedAt &&
  a.dueAt === b.dueAt &&
  a.closedAt === b.closedAt &&
  a.isVip === b.isVip &&
  a.companyId === b.companyId &&
  a.facets.length === b.facets.length &&
  a.facets.every((facet, i) => facet === b.facets[i]) &&
  a.talk !== null &&
  JSON.stringify(a.talk) === JSON.stringify(b.talk)

/**
 * Makes the lists show these requests as they now are; in the transaction that changed them. Idempotent. What stands
 * there is locked before the request is read, so that two who change it one after the other both count.
 */
export async function relist(tx: Tx, requestIds: readonly string[]): Promise<void> {
  const changes: CountChange[] = []
  const given: string[] = []
  for (const requestId of [...new Set(requestIds)].toSorted()) {
    let [before] = await entryOf(tx, { id: requestId })
    if (!before) {
      await inTurn(tx, `relist:${requestId}`)
      ;[before] = await entryOf(tx, { id: requestId })
    }
    const now = await entryNow(tx, requestId)
    if (now === null) continue
    changes.push(...(await put(tx, before ?? null, now.entry)))
    given.push(...now.tags.filter((tag) => !before?.facets.includes(facetOf('tag', foldText(tag)))))
  }
  await keepTags(tx, given)
  if (changes.length > 0) await tx.insert(tx.t.countChanges).values({ changes })
}

const atOnce = 500

/**
 * The same for many that are in no list yet, a few statements for all of them. Of those that are, tags are kept, and what
 * rows show of their activities.
 */
export async function listNew(tx: Tx, requestIds: readonly string[]): Promise<void> {
  const { requests, activities, activityTags: tags, requestEntries, requestFacets, countChanges } = tx.t
  for (let from = 0; from < requestIds.length; from += atOnce) {
    const ids = requestIds.slice(from, from + atOnce)
    const known = await tx
      .select({ id: requestEntries.requestId, talk: requestEntries.talk })
      .from(requestEntries)
      .where(inArray(requestEntries.requestId, ids))
    const all = await requestRows(tx).where(inArray(requests.id, ids))
    const rows = all.filter((row) => !known.some(({ id }) => id === row.id))
    const work = groupBy(
      await tx
        .select({ requestId: activities.requestId, ...taskRow(tx) })
        .from(activities)
        .where(inArray(activities.requestId, ids))
        .orderBy(...newestFirst(tx)),
    )
    const tagged = groupBy(
      await tx
        .select({ requestId: activities.requestId, tag: tags.tag })
        .from(activities)
        .innerJoin(tags, eq(tags.activityId, activities.id))
        .where(inArray(activities.requestId, ids))
        .orderBy(...newestFirst(tx), asc(tags.position)),
    )
    await keepTags(
      tx,
      all.flatMap(({ id, tags: own }) => [...own, ...(tagged.get(id) ?? []).map(({ tag }) => tag)]),
    )
    for (const { id, talk } of known)
      if (talk === null)
        await fillTalk(tx, { id, talk: JSON.stringify(talkOf(work.get(id) ?? [], tagged.get(id) ?? [])) })
    const entries = rows.map((row) => entryFrom(row, work.get(row.id) ?? [], tagged.get(row.id) ?? []))
    await insertMany(tx, requestEntries, entries)
    await insertMany(
      tx,
      requestFacets,
      entries.flatMap((entry) => rowsOf(entry, entry.facets)),
    )
    const changes = entries.flatMap(({ facets, state }) => facets.map((facet): CountChange => [facet, state, 1]))
    if (changes.length > 0) await tx.insert(countChanges).values({ changes })
  }
}

function groupBy<T extends { requestId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.requestId)
    if (group) group.push(row)
    else groups.set(row.requestId, [row])
  }
  return groups
}
