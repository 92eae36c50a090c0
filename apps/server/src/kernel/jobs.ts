import { and, asc, eq, inArray, lte, ne } from 'drizzle-orm'
import { claim } from '../db/sql.ts'
import type { JobHandler, Module } from './module.ts'
import type { Services } from './services.ts'
import { describeError, errorWords } from './log.ts'

/** A job that is not done after so long is taken by another process. */
const leaseMs = 60_000
const maxAttempts = 12
const batch = 20

export interface JobRunner {
  /** There is (perhaps) something to do; returns at once. */
  wake(): void
  start(): void
  /** Stops taking jobs and waits for those in hand. */
  stop(): Promise<void>
  /** Runs until nothing is due; for tests. */
  settle(): Promise<void>
}

/** Runs owed jobs: at least once, one process at a time, repeated with growing pauses. */
export function createJobRunner(services: Services, modules: readonly Module[]): JobRunner {
  const handlers = new Map<string, JobHandler>(modules.flatMap((module) => Object.entries(module.jobs ?? {})))
  const { store, clock, log } = services
  const { jobs } = store.t
  let running: Promise<void> | null = null
  let again = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const take = () =>
    store.transact(async (tx) => {
      const now = clock.now()
      const due = tx
        .select({ id: jobs.id })
        .from(jobs)
        .where(and(ne(jobs.state, 'failed'), lte(jobs.runAt, now)))
        .orderBy(asc(jobs.runAt), asc(jobs.id))
        .limit(batch)
      const ids = (await claim(store.dialect, due)).map((row) => row.id)
      if (ids.length === 0) return []
      await tx
        .update(jobs)
        .set({ state: 'running', runAt: now + leaseMs })
        .where(inArray(jobs.id, ids))
      return tx.select().from(jobs).where(inArray(jobs.id, ids)).orderBy(asc(jobs.createdAt), asc(jobs.id))
    })

  async function runOne(job: Awaited<ReturnType<typeof take>>[number]): Promise<void> {
    const handler = handlers.get(job.kind)
    try {
      if (!handler) throw new Error(`no handler for job ${job.kind}`)
      await handler(job.payload, services)
      await store.transact((tx) => tx.delete(jobs).where(eq(jobs.id, job.id)))
    } catch (error) {
      const attempts = job.attempts + 1
      const message = errorWords(error)
      log.warn({ job: job.id, kind: job.kind, attempts, error: message }, 'job failed')
      const pause = Math.min(2 ** attempts * 250, 300_000)
      await store.transact((tx) =>
        tx
          .update(jobs)
          .set({
            state: attempts >= maxAttempts ? 'failed' : 'due',
            attempts,
            runAt: clock.now() + pause,
            lastError: message.slice(0, 500),
          })
          .where(eq(jobs.id, job.id)),
      )
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false
      for (;;) {
        const taken = isStopped ? [] : await take()
        if (taken.length === 0) break
        for (const job of taken) await runOne(job)
      }
    } while (again && !isStopped)
  }

  function wake(): void {
    if (isStopped) return
    if (running) {
      again = true
      return
    }
    running = drain()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'jobs could not be taken'))
      .finally(() => {
        running = null
        if (again) wake()
      })
  }

  return {
    wake,
    start: () => {
      // Work of a process that died, and work for later.
      timer = setInterval(wake, 1_000)
      wake()
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
    settle: async () => {
      wake()
      while (running) await running
    },
  }
}
