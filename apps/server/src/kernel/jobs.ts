import { jobLanes, type JobLane } from '../db/schema/kernel.ts'
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

/** Runs owed jobs: at least once, one process at a time, repeated with growing pauses; each lane by itself, one after another. */
export function createJobRunner(services: Services, modules: readonly Module[]): JobRunner {
  const handlers = new Map<string, JobHandler>(modules.flatMap((module) => Object.entries(module.jobs ?? {})))
  const queue = createJobQueue(services)
  const lanes = jobLanes.map((lane) => createLane(services, queue, handlers, lane))
  let timer: NodeJS.Timeout | undefined
  const wake = (): void => lanes.forEach((lane) => lane.wake())
  return {
    wake,
    start: () => {
      // Work of a process that died, and work for later.
      timer = setInterval(wake, 1_000)
      wake()
    },
    stop: async () => {
      clearInterval(timer)
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
    settle: async () => {
      wake()
      // What is done in one lane may owe something in the other.
      while (lanes.some((lane) => lane.isRunning())) await Promise.all(lanes.map((lane) => lane.idle()))
    },
  }
}

function createLane(
  services: Services,
  queue: ReturnType<typeof createJobQueue>,
  handlers: ReadonlyMap<string, JobHandler>,
  lane: JobLane,
) {
  const { log } = services
  let running: Promise<void> | null = null
  let again = false
  let isStopped = false

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
        const taken = isStopped ? [] : await queue.take(lane)
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
    isRunning: () => running !== null,
    idle: async () => void (await running),
    stop: async () => {
      isStopped = true
      await running
    },
  }
}
