import { systemOutcome } from '@care/domain'
import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { closeRequest, notDue, watchAutoClose } from '../modules/requests/index.ts'

const due = prepared('sweep_auto_close', (db) => {
  const { requests } = db.t
  return db
    .select({ id: requests.id })
    .from(requests)
    .where(lte(requests.autoCloseCheckAt, sql.placeholder('now')))
    .orderBy(asc(requests.autoCloseCheckAt), asc(requests.id))
    .limit(sql.placeholder('limit'))
})

/** Closes requests that nothing happened to for the days of their type (rules 8, 9); late only by a downtime. */
export const autoClose: Sweep = {
  name: 'auto-close',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  async handle({ execute, clock }, requestId) {
    try {
      await execute(closeRequest, system, { requestId, outcome: systemOutcome, onlyIfDueBy: clock.now() })
    } catch (error) {
      // A person or another process was faster: what was due is done, or is found again.
      if (!(error instanceof AppError)) throw error
      if (error.details['problem'] === notDue) await execute(watchAutoClose, system, { requestId })
    }
  },
}
