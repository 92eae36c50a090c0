import { setTimeout as sleep } from 'node:timers/promises'
import type { Opened } from '../load/protocol.ts'
import type { BenchOptions } from '../options.ts'
import type { Child } from '../run/child.ts'
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
}

/** How long rows, buffers and garbage of a connect storm take to go. */
const settleMs = 4_000
const atOnce = 100

interface Connected {
  load: Child
  figures: SocketFigures
}
export interface SocketsMeasured {
  idle: Pair<SocketFigures>
  /** How many a second come back when all do at once; in the product each also fetches what it missed. */
  back: Array<Pair<number>>
}

/** Connects idle customers, the ones behind those who will write, and leaves them connected (P3). */
async function connectIdle(running: Running, { idle, widgets }: BenchOptions): Promise<Connected> {
  // A first few, so that what is loaded and compiled once is not counted as theirs.
  const { load: first } = await startSide(running)
  await tell(first, { do: 'idle', target: running.target, from: 0, count: Math.min(200, widgets), atOnce })
  await tell(first, { do: 'reconnect', atOnce })
  await first.stop()
  await sleep(settleMs)
  const before = await running.child.probe('memory')
  const { load } = await startSide(running)
  const opened = await tell<Opened>(load, { do: 'idle', target: running.target, from: widgets, count: idle, atOnce })
  await sleep(settleMs)
  const after = await running.child.probe('memory')
  const figures: SocketFigures = {
    count: idle,
    rssKiB: (after.rss - before.rss) / idle / 1_024,
    heapKiB: (after.heap - before.heap) / idle / 1_024,
    rssMiB: after.rss / 2 ** 20,
    connectPerSecond: opened.count / opened.seconds,
  }
  return { load, figures }
}

async function comeBack({ load }: Connected): Promise<number> {
  const { count, seconds } = await tell<Opened>(load, { do: 'reconnect', atOnce })
  return count / seconds
}

export async function measureSockets(
  limit: Running,
  product: Running,
  options: BenchOptions,
): Promise<SocketsMeasured> {
  const sides = { limit: await connectIdle(limit, options), product: await connectIdle(product, options) }
  const back: SocketsMeasured['back'] = []
  for (let round = 0; round < options.pairs; round++)
    back.push({ limit: await comeBack(sides.limit), product: await comeBack(sides.product) })
  return { idle: { limit: sides.limit.figures, product: sides.product.figures }, back }
}
