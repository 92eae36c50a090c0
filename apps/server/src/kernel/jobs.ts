import { type JobLane, jobLanes } from '../db/schema/kernel.ts'
import { createJobQueue } from './job-queue.ts'
import { createLane } from './lane.ts'
import type { JobHandler, Module } from './module.ts'
import type { Services } from './services.ts'

export interface JobRunner {
  /** There is (perhaps) something to do in these lanes; returns at once. */
  wake(lanes?: Iterable<JobLane>): void
  start(): void
  /** Stops taking jobs and waits for those in hand. */
  stop(): Promise<void>
  /** Runs until nothing is due; for tests. */
  settle(): Promise<void>
}

/** Runs owed jobs: at least once, one process at a time, repeated with growing pauses; each lane by itself. */
export function createJobRunner(services: Services, modules: readonly Module[]): JobRunner {
  const handlers = new Map<string, JobHandler>(modules.flatMap((module) => Object.entries(module.jobs ?? {})))
  const queue = createJobQueue(services)
  const byName = new Map(jobLanes.map((lane) => [lane, createLane(services, queue, handlers, lane)]))
  const lanes = [...byName.values()]
  let timer: NodeJS.Timeout | undefined
  const wake = (owed: Iterable<JobLane> = jobLanes): void => {
    for (const lane of owed) byName.get(lane)?.wake()
  }
  return {
    wake,
    start: () => {
      // Work of a process that died, and work for later.
      timer = setInterval(() => wake(), 1_000)
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
