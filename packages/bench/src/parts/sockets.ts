import { setTimeout as sleep } from 'node:timers/promises'
import type { Opened } from '../load/protocol.ts'
import type { BenchOptions } from '../options.ts'
import type { Running } from '../run/servers.ts'
import type { Pair } from '../stats.ts'
import { startSide, tell } from './pair.ts'

export interface SocketFigures {
  count: number
  /** KiB of the server's memory for one connected customer who says nothing. */
  rssKiB: number
  heapKiB: number
  rssMiB: number
  connectPerSecond: number
  /** All come back at once; in the product each also fetches what it missed. */
  reconnectPerSecond: number
}

/** How long rows, buffers and garbage of a connect storm take to go. */
const settleMs = 4_000
const atOnce = 100

/** Connects idle customers, the ones behind those who will write, and leaves them connected (P3). */
async function measureOne(running: Running, { idle, widgets }: BenchOptions): Promise<SocketFigures> {
  const { load } = await startSide(running)
  // A first few, so that what is loaded and compiled once is not counted as theirs.
  await tell(load, { do: 'idle', target: running.target, from: 0, count: Math.min(200, widgets), atOnce })
  await tell(load, { do: 'reconnect', atOnce })
  await load.stop()
  await sleep(settleMs)
  const before = await running.child.probe('memory')
  const { load: second } = await startSide(running)
  const opened = await tell<Opened>(second, { do: 'idle', target: running.target, from: widgets, count: idle, atOnce })
  await sleep(settleMs)
  const after = await running.child.probe('memory')
  const again = await tell<Opened>(second, { do: 'reconnect', atOnce })
  return {
    count: idle,
    rssKiB: (after.rss - before.rss) / idle / 1_024,
    heapKiB: (after.heap - before.heap) / idle / 1_024,
    rssMiB: after.rss / 2 ** 20,
    connectPerSecond: opened.count / opened.seconds,
    reconnectPerSecond: again.count / again.seconds,
  }
}

export async function measureSockets(
  limit: Running,
  product: Running,
  options: BenchOptions,
): Promise<Pair<SocketFigures>> {
  return { limit: await measureOne(limit, options), product: await measureOne(product, options) }
}
