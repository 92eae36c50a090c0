import { dayMs } from '@care/domain'
import { asc, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { purgeRun } from '../modules/bulk/index.ts'

/** What came of a bulk run is kept for so long; what it did stands in the histories of its requests. */
const keptMs = 30 * dayMs

/** Removes old bulk runs, some of their items at a time. */
export const oldBulkRuns: Sweep = {
  name: 'old-bulk-runs',
  everyMs: 3_600_000,
  async find({ store }, now, limit) {
    const { bulkRuns } = store.t
    const old = store.read
      .select({ id: bulkRuns.id })
      .from(bulkRuns)
      .where(lte(bulkRuns.createdAt, now - keptMs))
    return (await old.orderBy(asc(bulkRuns.createdAt)).limit(limit)).map((row) => row.id)
  },
  async handle({ execute }, runId) {
    while ((await execute(purgeRun, system, { runId })).isMore) await new Promise(setImmediate)
  },
}
