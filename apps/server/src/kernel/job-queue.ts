import { and, asc, eq, lte, sql } from '../db/drizzle.ts'
import { preparedWrite } from '../db/prepared.ts'
import { claim, isAmong, listFor } from '../db/sql.ts'
import type { JobLane } from '../db/schema/kernel.ts'
import type { Reader } from '../db/store.ts'
import type { Services } from './services.ts'

/** A job that is not done after so long is taken by another process. */
const leaseMs = 60_000
const maxAttempts = 12
const batch = 20

export type JobRecord = Reader['t']['jobs']['$inferSelect']

const p = (name: string) => sql.placeholder(name)
const dueJobs = preparedWrite('jobs_due', (tx) => {
  const { jobs } = tx.t
  // As the index is written.
  const due = tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.lane, p('lane')), sql`${jobs.state} <> 'failed'`, lte(jobs.runAt, p('now'))))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(batch)
  return claim(tx.engine, due)
})
const lease = preparedWrite('jobs_lease', (tx) =>
  tx
    .update(tx.t.jobs)
    .set({ state: 'running', runAt: sql`${p('until')}` })
    .where(isAmong(tx, tx.t.jobs.id, 'ids')),
)
const forget = preparedWrite('jobs_forget', (tx) => tx.delete(tx.t.jobs).where(isAmong(tx, tx.t.jobs.id, 'ids')))

/** The owed jobs in the database: taken by one process at a time, forgotten when done, put off when they fail. */
export function createJobQueue({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const { jobs } = store.t
  return {
    /** Up to 20 due ones of a lane, now this process's for the length of the lease. */
    take: (lane: JobLane): Promise<JobRecord[]> =>
      store.transact(async (tx) => {
        const now = clock.now()
        const due = await dueJobs(tx, { lane, now })
        if (due.length === 0) return []
        const ids = due.map(({ id }) => id)
        await lease(tx, { ids: listFor(tx, ids), until: now + leaseMs })
        return due.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
      }),
    done: (done: readonly JobRecord[]) =>
      store.transact((tx) =>
        forget(tx, {
          ids: listFor(
            tx,
            done.map(({ id }) => id),
          ),
        }),
      ),
    /** Tries again after a growing pause, at most 5 minutes; the twelfth failure stays for a person to look at. */
    putOff: (job: JobRecord, error: string) => {
      const attempts = job.attempts + 1
      const pause = Math.min(2 ** attempts * 250, 300_000)
      const state = attempts >= maxAttempts ? ('failed' as const) : ('due' as const)
      return store.transact((tx) =>
        tx
          .update(jobs)
          .set({ state, attempts, runAt: clock.now() + pause, lastError: error.slice(0, 500) })
          .where(eq(jobs.id, job.id)),
      )
    },
  }
}
