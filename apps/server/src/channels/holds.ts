import { system } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { type ChannelRecord, dropLease, holdLease, leaseMs } from '../modules/channels/index.ts'
import type { Connection } from './connection.ts'

/** A hold is renewed when it has this long to go: looks may fail for that long before it is lost. */
const renewMs = leaseMs - 5_000

/** A channel that this process holds. */
export interface Held {
  version: number
  /** Until when it may go on without having renewed its hold. */
  until: number
  connection: Connection | null
  failures: number
  /** Not before then. */
  nextAt: number
}

/** The channels that this process holds: whose connection it alone may have, by a lease in the database. */
export function createHolds({ execute, clock, log }: Services, processId: string) {
  const held = new Map<string, Held>()
  return {
    ids: (): string[] => [...held.keys()],
    /** Takes a channel, or renews its hold; null while another process has it. */
    async hold(channel: ChannelRecord): Promise<Held | null> {
      const known = held.get(channel.id)
      if (known && known.until - clock.now() > renewMs) return known
      try {
        const { until } = await execute(holdLease, system, { channelId: channel.id, processId })
        const one = known ?? { version: channel.version, until, connection: null, failures: 0, nextAt: 0 }
        one.until = until
        held.set(channel.id, one)
        return one
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        held.delete(channel.id)
        await known?.connection?.stop()
        return null
      }
    },
    /** Ends the connection and gives the channel back. */
    async leave(channelId: string): Promise<void> {
      const one = held.get(channelId)
      held.delete(channelId)
      await one?.connection?.stop()
      await execute(dropLease, system, { channelId, processId })
    },
    /** Without its lease another process may connect any moment: whatever the database says, this one ends. */
    async endLost(): Promise<void> {
      for (const [channelId, one] of held) {
        if (one.until > clock.now()) continue
        held.delete(channelId)
        log.warn({ channelId }, 'the hold on a channel was lost')
        await one.connection?.stop()
      }
    },
  }
}
