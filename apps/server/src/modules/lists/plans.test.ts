import { requestSorts } from '@care/domain'
import { sql } from '../../db/drizzle.ts'
import type { RequestFilter } from '@care/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system, type OperatorActor } from '../../kernel/actor.ts'
import type { Reader } from '../../db/store.ts'
import { monday, openWorkbench, type Workbench } from '../../testing/workbench.ts'
import { conditionsOf } from './conditions.ts'
import { addUpCounts, listsModule, listUnlisted } from './index.ts'
import { searchUnsearched } from '../search/index.ts'
import { readPage } from './read.ts'
import { makeRequests } from './testing.ts'

let bench: Workbench
let actors: OperatorActor[]
beforeAll(async () => {
  bench = await openWorkbench([listsModule])
  actors = [await bench.operator('Anna'), await bench.operator('Vera', 'supervisor', [])]
  await makeRequests(bench.store, 3_000, 3)
  while ((await bench.execute(listUnlisted, system, null)).isMore);
  while ((await bench.execute(addUpCounts, system, null)).isMore);
  while ((await searchUnsearched(bench)).isMore);
}, 60_000)
afterAll(() => bench.remove())

const filters: RequestFilter[] = [
  {},
  { state: 'open' },
  { state: 'closed' },
  { category: ['new', 'waiting'] },
  { stage: ['waiting'] },
  { priority: ['urgent', 'high'] },
  { queueId: ['q', 'q2'] },
  { assigneeId: ['nobody'] },
  { assigneeId: ['me'], state: 'open' },
  { typeId: ['general'], outcome: ['solved'] },
  { medium: ['chat', 'call'] },
  { tag: ['refund'], queueId: ['q'] },
  { isVip: true },
  { companyId: ['co-1'] },
  { customerId: 'cu-3' },
  { created: { lastDays: 7 } },
  { updated: { from: monday - 1e9, to: monday } },
  { closed: { lastDays: 30 } },
  { dueAt: { from: monday - 1e8 } },
  { due: 'overdue' },
  { due: 'none' },
  { words: 'late' },
  { words: 'request refund' },
  { words: 'zol 47' },
  { words: 'r' },
  { words: 'refund', state: 'open', queueId: ['q'] },
  { words: 'late', customerId: 'cu-3', created: { lastDays: 7 } },
]

type Asked = Parameters<Reader['rows']>

/** A reader that keeps every statement of the lists, to be explained. */
function listening(db: Reader): { db: Reader; seen: Asked[] } {
  const seen: Asked[] = []
  const rows: Reader['rows'] = (...asked) => {
    seen.push(asked)
    return db.rows(...asked)
  }
  return {
    db: new Proxy(db, { get: (target, key) => (key === 'rows' ? rows : Reflect.get(target, key, target)) }),
    seen,
  }
}

/** Steps of a plan that read or sort more than what is asked. */
async function badSteps([statement, values]: Asked): Promise<string[]> {
  const { read, dialect } = bench.store
  if (dialect === 'postgres') {
    const plan = await bench.store.transact(async (tx) => {
      // Of three thousand rows it may rather read all, once it has counted them: whether an index serves is asked.
      await tx.rows(sql`set local enable_seqscan = off`)
      return tx.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`, values)
    })
    return plan.map((row) => row['QUERY PLAN']).filter((line) => /Hash Join|Merge Join|Seq Scan on search_/.test(line))
  }
  const plan = await read.rows<{ detail: string }>(sql`explain query plan ${statement}`, values)
  return plan
    .map(({ detail }) => detail)
    .filter(
      (line) =>
        /TEMP B-TREE/.test(line) || /^SCAN (?!f$|\(subquery|CONSTANT|search_index VIRTUAL TABLE INDEX)/.test(line),
    )
}

test.each(filters)('%j is read from indexes and never sorted, by every sort', async (filter) => {
  const { db, seen } = listening(bench.store.read)
  for (const actor of actors)
    for (const by of requestSorts)
      for (const isDescending of [true, false]) {
        const conditions = conditionsOf(filter, { actor, now: monday })
        const first = await readPage(db, conditions, { by, isDescending }, { limit: 20 })
        if (first.nextCursor !== null)
          await readPage(db, conditions, { by, isDescending }, { limit: 20, cursor: first.nextCursor })
      }
  const bad: string[] = []
  for (const asked of seen) bad.push(...(await badSteps(asked)))
  expect(bad).toEqual([])
  expect(seen.length).toBeGreaterThan(0)
})

test('SQLite has no statistics that spoil its plans', async () => {
  const { dialect, read } = bench.store
  const kept =
    dialect === 'postgres' ? [] : await read.rows(sql`select name from sqlite_master where name like 'sqlite_stat%'`)
  expect(kept).toEqual([])
})
