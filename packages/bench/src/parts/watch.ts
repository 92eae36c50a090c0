import type { BenchOptions } from '../options.ts'
import { whenQuiet } from '../run/machine.ts'
import type { Latency } from '../stats.ts'
import { quietest } from '../stats.ts'
import { measure, type Round, type Side, tell } from './pair.ts'

export interface WatchFigures {
  /** Limit: nobody watches. Product: so many do. */
  rounds: Round[]
  watchers: number
  /** From asking for a change until each viewer has seen it. */
  seen: Latency & { count: number }
}

export const watchers = 20
const perSecond = 500
/** Tasks given back and taken again meanwhile, in both sides of a pair. */
const stirs = 4

/** What it costs the talks that supervisors watch the live queues, and how soon they see a change (P4). */
export async function measureWatch(product: Side, options: BenchOptions): Promise<WatchFigures> {
  const { load, running } = product
  await tell(load, { do: 'connect', target: running.target, widgets: options.widgets })
  await tell(load, { do: 'saturate', seconds: 2, inFlight: 100 })
  const side = async (count: number) => {
    await tell(load, { do: 'watch', target: running.target, count })
    await tell(load, { do: 'stir', target: running.target, perSecond: stirs, from: options.widgets })
    const measured = await measure(product, { do: 'rate', seconds: options.seconds, perSecond })
    await tell(load, { do: 'calm' })
    return measured
  }
  const rounds: Round[] = []
  const isQuiet = ({ otherCores }: Round): boolean => otherCores < options.quietCores
  for (let i = 0; i < options.pairs * options.tries && rounds.filter(isQuiet).length < options.pairs; i++) {
    await whenQuiet(options.quietCores, options.waitMs)
    const one = { limit: await side(0), product: await side(watchers) }
    rounds.push({ ...one, otherCores: Math.max(one.limit.otherCores, one.product.otherCores) })
  }
  const seen = await tell<WatchFigures['seen']>(load, { do: 'seen' })
  return { rounds: quietest(rounds, ({ otherCores }) => otherCores, options.pairs), watchers, seen }
}
