import { describeError } from '../../kernel/log.ts'
import type { Services } from '../../kernel/services.ts'
import type { Sweep } from '../../kernel/sweep.ts'
import { createTransports, type Transports } from './transports.ts'

/** So many are handed over at the same time. */
const atOnce = 5

/** Mails what a sweep has found some beside each other: a mail server that is slow holds up neither the others nor other timers. */
export function sideBySide(
  send: (services: Services, transports: Transports, id: string) => Promise<void>,
): Required<Pick<Sweep, 'handle' | 'stop'>> {
  const transports = createTransports()
  const inHand = new Set<Promise<void>>()
  return {
    async handle(services, id) {
      const work = send(services, transports, id).finally(() => inHand.delete(work))
      inHand.add(work)
      work.catch((error: unknown) => services.log.error({ id, error: describeError(error) }, 'mail not settled'))
      if (inHand.size >= atOnce) await Promise.race(inHand).catch(() => {})
    },
    async stop() {
      await Promise.allSettled(inHand)
      transports.close()
    },
  }
}
