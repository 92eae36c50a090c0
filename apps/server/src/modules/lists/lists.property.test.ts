import type { RequestFilter, RequestSort } from '@care/contract'
import { priorities, requestSorts, stageCategories } from '@care/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system, type OperatorActor } from '../../kernel/actor.ts'
import { monday, openWorkbench, type Workbench } from '../../testing/workbench.ts'
import { conditionsOf } from './conditions.ts'
import { addUpCounts, listsModule, listUnlisted } from './index.ts'
import { searchUnsearched } from '../search/index.ts'
import { countRequests } from './queries/count-requests.ts'
import { readPage } from './read.ts'
import { makeRequests, type Made, plainScan } from './testing.ts'

const count = 600
let bench: Workbench
let made: Made[]
let actors: OperatorActor[]
beforeAll(async () => {
  bench = await openWorkbench([listsModule])
  actors = [
    await bench.operator('Anna'),
    await bench.operator('Cyril', 'operator', []),
    await bench.operator('Vera', 'supervisor', []),
  ]
  made = await makeRequests(bench.store, count, 7)
  while ((await bench.execute(listUnlisted, system, null)).isMore);
  while ((await bench.execute(addUpCounts, system, null)).isMore);
  while ((await searchUnsearched(bench)).isMore);
})
afterAll(() => bench.remove())

const hour = 3_600_000
const instants = fc.integer({ min: -count, max: 60 }).map((hours) => monday + hours * hour)
const range = fc
  .record({ from: instants, to: instants }, { requiredKeys: [] })
  .filter(({ from, to }) => from !== undefined || to !== undefined)
const some = <T>(...values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const filters: fc.Arbitrary<RequestFilter> = fc.record(
  {
    words: fc.constantFrom('refund', 'ЕЛК late', 'zolt', 'req', 'r 1', 'late refund', '12', '...', 'nothing'),
    state: fc.constantFrom('open' as const, 'closed' as const),
    category: some(...stageCategories),
    stage: some('new', 'waiting'),
    priority: some(...priorities),
    queueId: some('q', 'q2', 'gone'),
    assigneeId: some('me', 'nobody', 'boris'),
    outcome: some('solved', 'unknown'),
    medium: some('chat' as const, 'call' as const),
    tag: some('REFUND', 'żółty'),
    companyId: some('co-0', 'co-1'),
    customerId: fc.constantFrom('cu-0', 'cu-5'),
    isVip: fc.constant(true as const),
    created: range,
    updated: range,
    closed: range,
    dueAt: range,
    due: fc.constantFrom('overdue' as const, 'today' as const, 'none' as const),
  },
  { requiredKeys: [] },
)
/** One, two or three fields at once: with all of them nothing is ever found. */
const narrowed = fc.tuple(filters, fc.integer({ min: 0, max: 3 }), fc.nat()).map(([filter, most, shift]) => {
  const entries = Object.entries(filter)
  const from = entries.length === 0 ? 0 : shift % entries.length
  return Object.fromEntries([...entries.slice(from), ...entries.slice(0, from)].slice(0, most)) as RequestFilter
})
const sorts: fc.Arbitrary<RequestSort> = fc.record({ by: fc.constantFrom(...requestSorts), isDescending: fc.boolean() })

async function readAll(actor: OperatorActor, filter: RequestFilter, sort: RequestSort, limit: number, budget: number) {
  const conditions = conditionsOf(filter, { actor, now: monday })
  const numbers: number[] = []
  let cursor: string | null | undefined
  for (let pages = 0; cursor !== null; pages++) {
    if (pages > 2 * count) throw new Error('the pages do not end')
    const page = await readPage(bench.store.read, conditions, sort, { cursor: cursor ?? undefined, limit, budget })
    numbers.push(...page.numbers)
    cursor = page.nextCursor
  }
  return numbers
}

test('pages of every filter and sort, put together, are what a plain scan finds', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...actors),
      narrowed,
      sorts,
      fc.constantFrom(7, 50, 100),
      // Small budgets stop in the middle of pages.
      fc.constantFrom(70, 2_000),
      async (actor, filter, sort, limit, budget) => {
        expect(await readAll(actor, filter, sort, limit, budget)).toEqual(plainScan(made, actor, filter, sort))
      },
    ),
    { numRuns: 400 },
  )
})

test('a count is what a plain scan finds', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...actors), narrowed, async (actor, filter) => {
      const { count: found, isMore } = await countRequests(
        bench.store.read,
        { actor, now: monday },
        { filter },
        // On a busy machine it would stop before it is through.
        Infinity,
      )
      expect(isMore).toBe(false)
      expect(found).toBe(plainScan(made, actor, filter, { by: 'number', isDescending: true }).length)
    }),
    { numRuns: 100 },
  )
})
