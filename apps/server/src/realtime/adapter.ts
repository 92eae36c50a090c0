import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import { describeError, type Log } from '../kernel/log.ts'

export interface Bus {
  adapter: ReturnType<typeof createAdapter>
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** Carries pushes between processes through a Redis stream: a short loss of Redis delays them and loses none (ADR 0011). */
export async function openBus(redisUrl: string, log: Log): Promise<Bus> {
  let isOpen = false
  const client = createClient({
    url: redisUrl,
    // Unreachable at the start: say so and end. Lost later: try again, 2 s apart at most.
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (tries, cause) => (isOpen ? Math.min(50 * 2 ** tries, 2_000) : cause),
    },
  })
  // Without a listener a lost connection would end the process; the client connects again by itself.
  client.on('error', (error: unknown) => log.warn({ error: describeError(error) }, 'redis'))
  await client.connect().catch((error: unknown) => {
    client.destroy()
    throw new Error(`REDIS_URL cannot be reached (${error instanceof Error ? error.message : String(error)})`)
  })
  isOpen = true
  return {
    adapter: createAdapter(client, {
      streamName: 'care',
      channelPrefix: 'care',
      maxLen: 100_000,
      readCount: 500,
      onlyPlaintext: true,
    }),
    ping: async () => void (await client.ping()),
    close: async () => {
      client.destroy()
    },
  }
}
