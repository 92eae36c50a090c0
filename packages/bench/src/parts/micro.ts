import type { BenchOptions } from '../options.ts'
import { startChild } from '../run/child.ts'
import { type ProductData, serverFile } from '../run/servers.ts'
import { median } from '../stats.ts'

interface MicroResult {
  variant: string
  perCommit: number
  perSecond: number
  cpuUs: number
}
export interface MicroFigures {
  variant: string
  perCommit: number
  perSecond: number
  cpuUs: number
  /** Messages a second, and CPU, against the statements written by hand in the same round. */
  speedRatio: number
  cpuRatio: number
}

const baseline = 'by hand'

/** A message's transaction without sockets: through the kernel, by hand, and with unprepared queries (P12). */
export async function measureMicro(data: ProductData, { pairs, seconds }: BenchOptions): Promise<MicroFigures[]> {
  const child = startChild(serverFile('testing/store-micro.ts'))
  await child.next('ready')
  const question = {
    databaseUrl: data.file,
    widgets: data.people.widgets,
    seconds: Math.min(2, seconds),
    rounds: pairs,
  }
  const results = await child.ask<MicroResult[]>(question, 'micro')
  await child.stop()
  return summed(results)
}

/** Results come in rounds, each with every variant once. */
function summed(results: readonly MicroResult[]): MicroFigures[] {
  const of = (variant: string, perCommit: number) =>
    results.filter((one) => one.variant === variant && one.perCommit === perCommit)
  const kinds = results.filter(
    (one, at) =>
      results.findIndex((other) => other.variant === one.variant && other.perCommit === one.perCommit) === at,
  )
  return kinds.map(({ variant, perCommit }) => {
    const own = of(variant, perCommit)
    const base = of(baseline, perCommit)
    const middle = (figure: (one: MicroResult, round: number) => number): number =>
      median(own.map(figure)) ?? Number.NaN
    return {
      variant,
      perCommit,
      perSecond: middle((one) => one.perSecond),
      cpuUs: middle((one) => one.cpuUs),
      speedRatio: middle((one, round) => one.perSecond / (base[round]?.perSecond ?? Number.NaN)),
      cpuRatio: middle((one, round) => one.cpuUs / (base[round]?.cpuUs ?? Number.NaN)),
    }
  })
}
