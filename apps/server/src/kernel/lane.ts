import type { JobLane } from '../db/schema/kernel.ts'
import type { createJobQueue, JobRecord } from './job-queue.ts'
import { describeError, errorWords, type Log } from './log.ts'
import type { JobHandler } from './module.ts'
import type { Services } from './services.ts'

/**
 * So many jobs of a lane a process does beside each other. They are begun in the order in which they were owed; those of the
 * slow lane, which wait for the database most of their time, see to it themselves where one has to wait for another.
 */
const widths: Record<JobLane, number> = { quick: 1, slow: 2, long: 1 }

export interface Lane {
  /** There is (perhaps) something to do; returns at once. */
  wake(): void
  isRunning(): boolean
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>
  /** Takes nothing any more and waits for what is in hand. */
  stop(): Promise<void>
}

type Queue = ReturnType<typeof createJobQueue>

/** Does the jobs of one lane as they fall due. */
export function createLane(
  services: Services,
  queue: Queue,
  handlers: ReadonlyMap<string, JobHandler>,
  lane: JobLane,
): Lane {
  const { log } = services
  const inHand = createWorks(log)
  /** Done, and to be forgotten: no other job waits for that. */
  const closing = createWorks(log)
  const runOne = createRunOne(services, queue, handlers, closing)
  let running: Promise<void> | null = null
  let again = false
  let ring = (): void => {}
  let isStopped = false

  /** Nothing is due: whether the lane is woken before what is in hand is over. */
  async function isWoken(bell: Promise<void>): Promise<boolean> {
    while (inHand.works.size > 0 && !again) await Promise.race([...inHand.works, bell])
    return again && !isStopped
  }

  async function takeAll(): Promise<void> {
    for (;;) {
      await inHand.fewerThan(widths[lane])
      await closing.fewerThan(1)
      again = false
      const bell = new Promise<void>((resolve) => (ring = resolve))
      const taken = isStopped ? [] : await queue.take(lane)
      for (const job of taken) {
        await inHand.fewerThan(widths[lane])
        inHand.add(runOne(job))
      }
      if (taken.length === 0 && !(await isWoken(bell))) return
    }
  }

  function wake(): void {
    if (isStopped) return
    if (running) {
      again = true
      ring()
      return
    }
    running = takeAll()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'jobs could not be taken'))
      .then(() => inHand.fewerThan(1))
      .then(() => closing.fewerThan(1))
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

interface Works {
  /** They never reject. */
  works: ReadonlySet<Promise<void>>
  add(work: Promise<void>): void
  fewerThan(count: number): Promise<void>
}

/** What is being done, each until it is over, well or not. */
function createWorks(log: Log): Works {
  const works = new Set<Promise<void>>()
  return {
    works,
    add(work) {
      const kept = work
        .catch((error: unknown) => log.error({ error: describeError(error) }, 'a job is left to its lease'))
        .finally(() => works.delete(kept))
      works.add(kept)
    },
    async fewerThan(count) {
      while (works.size >= count) await Promise.race(works)
    },
  }
}

/** Does one job; that it is done is noted behind it, among `closing`. */
function createRunOne(
  services: Services,
  queue: Queue,
  handlers: ReadonlyMap<string, JobHandler>,
  closing: Works,
): (job: JobRecord) => Promise<void> {
  async function putOff(job: JobRecord, error: unknown): Promise<void> {
    const message = errorWords(error)
    services.log.warn({ job: job.id, kind: job.kind, attempts: job.attempts + 1, error: message }, 'job failed')
    await queue.putOff(job, message)
  }
  const done: JobRecord[] = []
  /** With it all that are done by the time when the ones before are noted. */
  const noteDone = async (before: readonly Promise<void>[]): Promise<void> => {
    await Promise.all(before)
    const noted = done.splice(0)
    if (noted.length === 0) return
    try {
      await queue.done(noted)
    } catch (error) {
      for (const job of noted) await putOff(job, error)
    }
  }
  return async (job) => {
    const handler = handlers.get(job.kind)
    try {
      if (!handler) throw new Error(`no handler for job ${job.kind}`)
      await handler(job.payload, services)
    } catch (error) {
      return putOff(job, error)
    }
    done.push(job)
    closing.add(noteDone([...closing.works]))
  }
}
