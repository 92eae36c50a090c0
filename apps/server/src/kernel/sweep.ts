import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from './services.ts'
import { describeError } from './log.ts'

/** A timer of the product: finds what is due and lets the ordinary command change each one. */
export interface Sweep {
  name: string
  /** Real milliseconds between two looks. */
  everyMs: number
  /** Ids that are due at `now`, at most `limit`; must use an index. */
  find(services: Services, now: number, limit: number): Promise<string[]>
  /** Runs the command whose WHERE repeats the condition; a lost race is no error. */
  handle(services: Services, id: string): Promise<void>
  /** Waits for what it has in hand and lets go of what it holds. */
  stop?(): Promise<void>
}

const limit = 500
/** So many that are due together are not kept waiting for anybody: offers that run out, reminders. */
const promptly = 20

export interface SweepRunner {
  start(): void
  stop(): Promise<void>
  /** Every sweep once, until nothing is due; for tests. */
  runAll(): Promise<void>
}

/** Runs all sweeps. Any number of processes may: the commands' guards make each change happen once. */
export function createSweepRunner(services: Services, sweeps: readonly Sweep[]): SweepRunner {
  const timers: NodeJS.Timeout[] = []
  const busy = new Map<string, Promise<void>>()
  let isStopped = false

  async function run(sweep: Sweep): Promise<void> {
    let first: string | undefined
    for (;;) {
      const ids = await sweep.find(services, services.clock.now(), limit)
      for (const [at, id] of ids.entries()) {
        if (isStopped) return
        const began = performance.now()
        try {
          await sweep.handle(services, id)
        } catch (error) {
          services.log.error({ sweep: sweep.name, id, error: describeError(error) }, 'sweep failed')
        }
        // Lets messages through between two changes; where there are many, as long as a change takes: half the time is theirs.
        if (at < promptly) await new Promise(setImmediate)
        else await wait(performance.now() - began)
      }
      // A full batch that begins like the last one cannot be changed now; looking again at once would spin.
      if (ids.length < limit || ids[0] === first) return
      first = ids[0]
    }
  }

  function look(sweep: Sweep): void {
    if (busy.has(sweep.name) || isStopped) return
    const turn = run(sweep)
      .catch((error: unknown) => services.log.error({ sweep: sweep.name, error: describeError(error) }, 'sweep failed'))
      .finally(() => busy.delete(sweep.name))
    busy.set(sweep.name, turn)
  }

  return {
    start: () => {
      for (const sweep of sweeps) {
        look(sweep)
        timers.push(setInterval(() => look(sweep), sweep.everyMs))
      }
    },
    stop: async () => {
      isStopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all(busy.values())
      for (const sweep of sweeps) await sweep.stop?.()
    },
    runAll: async () => {
      for (const sweep of sweeps) await run(sweep)
    },
  }
}
