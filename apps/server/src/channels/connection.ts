import { AppError } from '../kernel/app-error.ts'
import { describeError } from '../kernel/log.ts'
import type { Services } from '../kernel/services.ts'
import { system } from '../kernel/actor.ts'
import { bookmarkOf, type ChannelRecord, keepBookmark } from '../modules/channels/index.ts'
import { accessTo, noteTrouble, noteWell } from './access.ts'
import { type Access, type CameIn, type ChannelKind, ChannelTrouble, type Connector } from './channel.ts'
import { receive } from './receive.ts'
import { troubleOf } from './trouble.ts'

type Connecting = ChannelKind & Required<Pick<ChannelKind, 'connect'>>

/** How long the end of a connection is waited for. */
const patienceMs = 5_000
/** A connection that is not there after so long is given up. */
const connectMs = 30_000
/** Up for so long, it was a good one: the next try comes soon. One that falls at once is tried ever less often. */
const steadyMs = 30_000
/** How often "still well" is looked at. */
const wellMs = 30_000

export interface Connection {
  /** Ends it; `onEnd` is not called any more. */
  stop(): Promise<void>
}

/** Opens the connection of a channel and notes how it does. `onEnd` is called once when it ends by itself, or never began. */
export function openConnection(
  services: Services,
  kind: Connecting,
  channel: ChannelRecord,
  onEnd: (wasSteady: boolean) => void,
): Connection {
  const end = new AbortController()
  const { log, clock } = services
  let connector: Connector | null = null
  let upAt: number | null = null
  let wellAt = 0
  const note = inOrder((error) => log.warn({ channelId: channel.id, error: describeError(error) }, 'health not noted'))

  const isWell = (): void => {
    if (end.signal.aborted || clock.now() - wellAt < wellMs) return
    wellAt = clock.now()
    void note(() => noteWell(services, channel))
  }
  const tools = {
    async receive(cameIn: readonly CameIn[]): Promise<void> {
      const limit = kind.limits.rawBytes
      if (cameIn.some(({ raw }) => raw.length > limit)) throw new AppError('TOO_LARGE', undefined, { limit })
      await receive(services, channel.id, cameIn)
    },
    readBookmark: () => bookmarkOf(services.store.read, channel.id),
    keepBookmark: async (mark: string) =>
      void (await services.execute(keepBookmark, system, { channelId: channel.id, mark })),
    isWell,
    log,
  }

  async function run(): Promise<void> {
    let access: Access | undefined
    try {
      access = accessTo(services, kind, channel, end.signal)
      connector = await inTime(kind.connect(access, tools))
      if (end.signal.aborted) return await connector.stop()
      upAt = clock.now()
      isWell()
      await connector.ended
      if (!end.signal.aborted) log.info({ channelId: channel.id }, 'connection ended')
    } catch (error) {
      if (end.signal.aborted) return
      // Not the error itself: in its words may stand what we have sent.
      log.warn({ channelId: channel.id, ...troubleOf(error, access?.secrets) }, 'connection lost')
      await note(() => noteTrouble(services, channel, error, access?.secrets))
    }
  }

  const work = run().finally(() => {
    if (!end.signal.aborted) onEnd(upAt !== null && clock.now() - upAt >= steadyMs)
  })
  return {
    async stop() {
      end.abort()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)))
      // One that is still being opened ends by its signal, or when it has opened.
      await Promise.race([connector ? connector.stop().then(() => work) : work, late]).catch((error: unknown) =>
        log.warn({ channelId: channel.id, error: describeError(error) }, 'connection did not end well'),
      )
      clearTimeout(timer)
    },
  }
}

/** Real time; one that comes too late is ended when it comes. */
async function inTime(opening: Promise<Connector>): Promise<Connector> {
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true
      reject(new ChannelTrouble('TIMED_OUT', `no connection in ${connectMs / 1000} s`))
    }, connectMs)
  })
  void opening.then((connector) => (isLate ? connector.stop() : undefined)).catch(() => {})
  return Promise.race([opening, late]).finally(() => clearTimeout(timer))
}

/** How a connection does is noted in the order in which it was found out. */
function inOrder(onError: (error: unknown) => void): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (work) => (last = last.then(work).catch(onError))
}
