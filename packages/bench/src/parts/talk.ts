import type { BenchOptions } from '../options.ts'
import { say } from '../say.ts'
import { alternate, type Round, type Side, tell } from './pair.ts'

export interface TalkFigures {
  saturation: Round[]
  rates: Array<{ perSecond: number; rounds: Round[] }>
}

/** Customers write, operators are told: at fixed rates and as fast as it goes (P1, P2). */
export async function measureTalk(limit: Side, product: Side, options: BenchOptions): Promise<TalkFigures> {
  const { seconds, inFlight, widgets } = options
  for (const side of [limit, product]) {
    await tell(side.load, { do: 'connect', target: side.running.target, widgets })
    await tell(side.load, { do: 'saturate', seconds: 2, inFlight })
  }
  const rates: TalkFigures['rates'] = []
  for (const perSecond of options.rates) {
    say(`  ${perSecond} messages a second`)
    rates.push({ perSecond, rounds: await alternate(limit, product, { do: 'rate', seconds, perSecond }, options) })
  }
  say('  as many as it takes')
  const saturation = await alternate(limit, product, { do: 'saturate', seconds, inFlight }, options)
  return { saturation, rates }
}
