import { dayMs } from '@care/domain'
import { type SQL, sql } from '../db/drizzle.ts'
import type { Store } from '../db/store.ts'
import { facetOf } from '../modules/lists/facets.ts'
import { benchNow } from './lists-rows.ts'

const run = async (store: Store, statements: readonly SQL[]): Promise<void> =>
  store.transact(async (tx) => {
    for (const statement of statements) await tx.rows(sql`${statement} returning 1`)
  })

/** PostgreSQL takes a number that is added to another of 32 bits to have no more. */
const instant = (at: number): SQL => sql`cast(${at} as bigint)`

/** New requests get numbers behind those that are there; the lists' data have none of their own to come. */
export const countOn = async (store: Store, size: number): Promise<void> =>
  store.transact(async (tx) => {
    await tx.insert(tx.t.counters).values({ name: 'requestNumber', value: size })
  })

/** Up to 20,000 open requests that close some day, spread over all; nobody is in a talk. */
export async function armTimers(store: Store, size: number): Promise<void> {
  const step = Math.max(1, Math.floor(size / 20_000))
  const at = instant(benchNow + 2_000 * dayMs)
  await run(store, [
    sql`update requests set auto_close_at = ${at} + number, auto_close_check_at = ${at} + number
        where category <> 'closed' and number % ${step} = 0`,
    // The data have thousands of talks in progress with one operator, whose capacity is asked for at each end of one.
    sql`update activities set state = 'ended', ended_at = ${benchNow} where state = 'active'`,
  ])
}

/** So many requests all over are open, each with its talk, and due now. */
export async function makeDue(store: Store, size: number, due: number, now: number): Promise<void> {
  const step = Math.floor(size / due)
  // By number, which has an index: to look at a million rows takes longer than what is measured.
  const numbers = Array.from({ length: due }, (_, n) => (n + 1) * step)
  const chosen = sql`number in (${sql.raw(numbers.join())})`
  await run(store, [
    sql`update requests set category = 'waiting', stage = 'waiting', closed_at = null, outcome = null,
        last_update_at = ${instant(now - 400_000_000)}, auto_close_at = ${instant(now)} - number % 1000, auto_close_check_at = ${instant(now)} - number % 1000
        where ${chosen}`,
    sql`update activities set state = 'active', ended_at = null where request_id in (select id from requests where ${chosen})`,
  ])
}

/** The least that closing is: the request's row, and two counts; 100 in a transaction. Milliseconds. */
export async function closeByHand(store: Store, now: number): Promise<number> {
  const start = performance.now()
  for (;;) {
    const closed = await store.transact(async (tx) => {
      const due = await tx.rows<{ id: string }>(
        sql`select id from requests where auto_close_check_at <= ${now} order by auto_close_check_at, id limit 100`,
      )
      for (const { id } of due) {
        await tx.rows(sql`update requests set category = 'closed', stage = 'closed', closed_at = ${now}, outcome = 'noAnswer',
          auto_close_at = null, auto_close_check_at = null where id = ${id} returning 1`)
        for (const [by, state] of [
          [-1, 0],
          [1, 1],
        ])
          await tx.rows(
            sql`update facet_counts set total = total + ${by} where facet = ${facetOf('all')} and state = ${state} returning 1`,
          )
      }
      return due.length
    })
    if (closed === 0) return performance.now() - start
  }
}
