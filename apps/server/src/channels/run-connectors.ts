import { reconnectPause, withStandards } from '@care/domain/channels'
import { and, eq, inArray, isNull, ne } from '../db/drizzle.ts'
import { describeError } from '../kernel/log.ts'
import type { Services } from '../kernel/services.ts'
import type { ChannelRecord } from '../modules/channels/index.ts'
import type { ChannelKind, ChannelKinds } from './channel.ts'
import { openConnection } from './connection.ts'
import { createHolds } from './holds.ts'

/** How often the process looks whether connections are as channels want them; another's change is seen this late. */
const lookMs = 500

export interface ConnectorRunner {
  start(): void
  /** Something of channels changed: looks at once. */
  wake(): void
  /** One look, for tests too: ends what is to end, begins what is to begin. */
  look(): Promise<void>
  /** Ends all connections and gives their channels back. */
  stop(): Promise<void>
}

type Connecting = ChannelKind & Required<Pick<ChannelKind, 'connect'>>
const connects = (kind: ChannelKind): kind is Connecting => kind.connect !== undefined

/**
 * Keeps the connections of channels: one process of many has each (a lease in the database), makes it again for ever after
 * 0.5 to 60 s, and leaves it when the channel is switched off, removed, changed or refused. What it only remembers, the pause
 * before the next try, is no timer of the product: a new process rightly tries at once.
 */
export function createConnectorRunner(services: Services, kinds: ChannelKinds, processId: string): ConnectorRunner {
  const holds = createHolds(services, processId)
  const connecting = new Map([...kinds].filter((entry): entry is [string, Connecting] => connects(entry[1])))
  const { clock, log } = services
  let turn: Promise<void> | null = null
  let again = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  async function tend(channel: ChannelRecord): Promise<void> {
    const kind = connecting.get(channel.kind)
    const one = kind && (await holds.hold(channel))
    if (!one || isStopped) return
    if (one.version !== channel.version) {
      await one.connection?.stop()
      Object.assign(one, { version: channel.version, connection: null, failures: 0, nextAt: 0 })
    }
    if (one.connection !== null || clock.now() < one.nextAt) return
    one.connection = openConnection(services, kind, channel, (wasSteady) => {
      one.connection = null
      one.failures = wasSteady ? 1 : one.failures + 1
      one.nextAt = clock.now() + reconnectPause(one.failures)
    })
  }

  async function lookOnce(): Promise<void> {
    await holds.endLost()
    if (connecting.size === 0) return
    const wanted = await wantedChannels(services, connecting)
    const unwanted = holds.ids().filter((channelId) => !wanted.some(({ id }) => id === channelId))
    // Beside each other: one that is slow to end must not cost the others their holds.
    const done = await Promise.allSettled([...unwanted.map((channelId) => holds.leave(channelId)), ...wanted.map(tend)])
    const failed = done.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }

  async function look(): Promise<void> {
    if (isStopped) return
    again = true
    turn ??= (async () => {
      while (again && !isStopped) {
        again = false
        await lookOnce()
      }
    })().finally(() => (turn = null))
    await turn
  }

  const wake = (): void =>
    void look().catch((error: unknown) => log.error({ error: describeError(error) }, 'channels could not be looked at'))

  return {
    start: () => {
      timer = setInterval(wake, lookMs)
      wake()
    },
    wake,
    look,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await turn?.catch(() => {})
      await Promise.all(holds.ids().map((channelId) => holds.leave(channelId).catch(() => {})))
    },
  }
}

/** Channels whose connection somebody has to keep. */
async function wantedChannels(
  { store }: Services,
  connecting: ReadonlyMap<string, Connecting>,
): Promise<ChannelRecord[]> {
  const { channels } = store.t
  const rows = await store.read
    .select()
    .from(channels)
    .where(
      and(
        eq(channels.isOn, true),
        isNull(channels.removedAt),
        ne(channels.health, 'refused'),
        inArray(channels.kind, [...connecting.keys()]),
      ),
    )
  return rows.filter(({ kind: id, settings }) => {
    const kind = connecting.get(id)
    return kind !== undefined && (kind.connectsWhen?.(withStandards(kind.fields, settings)) ?? true)
  })
}
