import { and, asc, eq, inArray, lte, ne } from '../db/drizzle.ts'
import { claim } from '../db/sql.ts'
import type { JobLane } from '../db/schema/kernel.ts'
import type { Reader } from '../db/store.ts'
import type { Services } from './services.ts'

/** A job that is not done after so long is taken by another process. */
const leaseMs = 60_000
const maxAttempts = 12
const batch = 20

export type JobRecord = Reader['t']['jobs']['$inferSelect']

/** The owed jobs in the database: taken by one process at a time, forgotten when done, put off when they fail. */
export function createJobQueue({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const { jobs } = store.t
  return {
    /** Up to 20 due ones of a lane, now this process's for the length of the lease. */
    take: (lane: JobLane): Promise<JobRecord[]> =>
      store.transact(async (tx) => {
        const now = clock.now()
        const due = tx
          .select({ id: jobs.id })
          .from(jobs)
          .where(and(eq(jobs.lane, lane), ne(jobs.state, 'failed'), lte(jobs.runAt, now)))
          .orderBy(asc(jobs.runAt), asc(jobs.id))
          .limit(batch)
        const ids = (await claim(store.dialect, due)).map((row) => row.id)
        if (ids.length === 0) return []
        await tx
          .update(jobs)
          .set({ state: 'running', runAt: now + leaseMs })
          .where(inArray(jobs.id, ids))
        return tx.select().from(jobs).where(inArray(jobs.id, ids)).orderBy(asc(jobs.createdAt), asc(jobs.id))
      }),
    done: (job: JobRecord) => store.transact((tx) => tx.delete(jobs).where(eq(jobs.id, job.id))),
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
