import type { Services } from '../kernel/services.ts'
import { describeError } from '../kernel/log.ts'

/** Remembers what runs without anybody waiting for it, so that a graceful stop can; failures are logged. */
export function createTracker({ log }: Services, name: string) {
  const busy = new Set<Promise<void>>()
  return {
    track: (work: Promise<void>): void => {
      const done = work.catch((error: unknown) => log.error({ error: describeError(error) }, name))
      busy.add(done)
      void done.finally(() => busy.delete(done))
    },
    idle: async (): Promise<void> => {
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}
export type Tracker = ReturnType<typeof createTracker>
