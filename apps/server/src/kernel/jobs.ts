import { createJobQueue, type JobRecord } from './job-queue.ts'
import type { JobHandler, Module } from './module.ts'
import type { Services } from './services.ts'
import { describeError, errorWords } from './log.ts'

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
  const { log } = services
  const queue = createJobQueue(services)
  let running: Promise<void> | null = null
  let again = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  async function runOne(job: JobRecord): Promise<void> {
    const handler = handlers.get(job.kind)
    try {
      if (!handler) throw new Error(`no handler for job ${job.kind}`)
      await handler(job.payload, services)
      await queue.done(job)
    } catch (error) {
      const message = errorWords(error)
      log.warn({ job: job.id, kind: job.kind, attempts: job.attempts + 1, error: message }, 'job failed')
      await queue.putOff(job, message)
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false
      for (;;) {
        const taken = isStopped ? [] : await queue.take()
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
