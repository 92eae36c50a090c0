import { type Compared, compare } from './stats.ts'
import type { Round } from './parts/pair.ts'
import type { Figures } from './figures.ts'
import type { SocketFigures } from './parts/sockets.ts'

/** One line of the result: a figure of the product beside its limit of the same run, and what it should be. */
export interface Line {
  goal: string
  what: string
  unit: string
  limit: number | null
  product: number | null
  ratio: number | null
  /** In words, empty where there is no goal. */
  wanted: string
  isMet: boolean | null
}

const line = (
  goal: string,
  what: string,
  unit: string,
  { limit, product, ratio }: Compared,
  wanted = '',
  isMet: boolean | null = null,
): Line => ({
  goal,
  what,
  unit,
  limit,
  product,
  ratio,
  wanted,
  isMet,
})
const atLeast = (ratio: number | null, least: number): boolean | null => (ratio === null ? null : ratio >= least)
const atMost = (ratio: number | null, most: number): boolean | null => (ratio === null ? null : ratio <= most)

/** All figures as lines, in the order of the goals in docs/performance.md. */
export function linesOf(figures: Figures): Line[] {
  return [
    ...talkLines(figures),
    ...watchLines(figures),
    ...socketLines(figures),
    ...microLines(figures),
    ...pageLines(figures),
  ]
}

function talkLines({ talk }: Figures): Line[] {
  if (!talk) return []
  const speed = compare(talk.saturation, (one) => one.perSecond)
  const cpu = compare(talk.saturation, (one) => one.serverUs)
  return [
    line('P1', 'saturation, acknowledged', 'msg/s', speed, '≥ 0.5 ×', atLeast(speed.ratio, 0.5)),
    line('P1', 'server CPU at saturation', 'us/msg', cpu, '≤ 2 ×', atMost(cpu.ratio, 2)),
    line(
      '',
      'acknowledged at saturation, p99',
      'ms',
      compare(talk.saturation, (one) => one.ack.p99),
    ),
    ...talk.rates.flatMap(({ perSecond, rounds }) => rateLines(perSecond, rounds)),
  ]
}

function watchLines({ watch }: Figures): Line[] {
  if (!watch) return []
  const cpu = compare(watch.rounds, (one) => one.serverUs)
  const p99 = compare(watch.rounds, (one) => one.deliver.p99)
  const { p50, p99: seen } = watch.seen
  return [
    line('P4', `server CPU, nobody and ${watch.watchers} watching`, 'us/msg', cpu, '≤ 1.3 ×', atMost(cpu.ratio, 1.3)),
    line('', 'delivered meanwhile, p99', 'ms', p99),
    line('', 'change seen by each of them, p50', 'ms', { limit: null, product: p50, ratio: null }),
    line('P4', 'change seen, p99', 'ms', { limit: null, product: seen, ratio: null }, '≤ 300 ms', atMost(seen, 300)),
  ]
}

function rateLines(perSecond: number, rounds: readonly Round[]): Line[] {
  const isGoal = perSecond >= 500
  const [p50, p95, p99] = (['p50', 'p95', 'p99'] as const).map((share) =>
    compare(rounds, (one) => one.deliver[share]),
  ) as [Compared, Compared, Compared]
  const wrong = compare(rounds, ({ lost, doubled, reordered, refused }) => lost + doubled + reordered + refused)
  const name = `delivered at ${perSecond}/s`
  return [
    line(isGoal ? 'P2' : '', `${name}, p50`, 'ms', p50, isGoal ? '≤ 2 ms' : '', isGoal ? atMost(p50.product, 2) : null),
    line('', `${name}, p95`, 'ms', p95),
    line(isGoal ? 'P2' : '', `${name}, p99`, 'ms', p99, isGoal ? '≤ 2 ×' : '', isGoal ? atMost(p99.ratio, 2) : null),
    line(
      '',
      `server CPU at ${perSecond}/s`,
      'us/msg',
      compare(rounds, (one) => one.serverUs),
    ),
    line('P2', `lost, doubled or reordered at ${perSecond}/s`, 'msg', wrong, '0', atMost(wrong.product, 0)),
  ]
}

function socketLines({ sockets }: Figures): Line[] {
  if (!sockets) return []
  const pairs = [sockets.idle]
  const of = (pick: (one: SocketFigures) => number): Compared => compare(pairs, pick)
  const memory = of((one) => one.rssKiB)
  const heap = of((one) => one.heapKiB)
  const back = compare(sockets.back, (perSecond) => perSecond)
  const count = sockets.idle.product.count
  return [
    line('P3', `memory of an idle widget (${count})`, 'KiB', memory, '≤ 2 ×', atMost(memory.ratio, 2)),
    line('P3', 'of it heap', 'KiB', heap, '≤ 2 ×', atMost(heap.ratio, 2)),
    line(
      '',
      `server with ${count} idle widgets`,
      'MiB',
      of((one) => one.rssMiB),
    ),
    line(
      '',
      'widgets connect',
      '1/s',
      of((one) => one.connectPerSecond),
    ),
    line('P3', 'all come back and catch up', '1/s', back, '≥ 0.5 ×', atLeast(back.ratio, 0.5)),
  ]
}

function microLines({ micro }: Figures): Line[] {
  const base = (perCommit: number) => micro?.find((one) => one.variant === 'by hand' && one.perCommit === perCommit)
  return (micro ?? [])
    .filter(({ variant }) => variant !== 'by hand')
    .flatMap(({ variant, perCommit, perSecond, cpuUs, speedRatio, cpuRatio }) => {
      const isGoal = variant === 'product'
      const name = `${variant}, ${perCommit} a commit`
      const hand = base(perCommit)
      return [
        line(
          isGoal ? 'P12' : '',
          `${name}: stored`,
          'msg/s',
          { limit: hand?.perSecond ?? null, product: perSecond, ratio: speedRatio },
          isGoal ? '≥ 0.8 ×' : '',
          isGoal ? atLeast(speedRatio, 0.8) : null,
        ),
        line('', `${name}: CPU`, 'us/msg', { limit: hand?.cpuUs ?? null, product: cpuUs, ratio: cpuRatio }),
      ]
    })
}

function pageLines({ pages }: Figures): Line[] {
  if (!pages) return []
  const paint = (name: string, pairs: typeof pages.desk, isGoal: boolean): Line[] => {
    const lcp = compare(pairs, (one) => one.lcpMs)
    return [
      line(
        isGoal ? 'P11' : '',
        `${name}: largest paint`,
        'ms',
        lcp,
        isGoal ? '≤ 1.3 ×' : '',
        isGoal ? atMost(lcp.ratio, 1.3) : null,
      ),
      line(
        '',
        `${name}: sent over the line`,
        'KiB',
        compare(pairs, (one) => one.transferKiB),
      ),
      line(
        '',
        `${name}: requests`,
        '',
        compare(pairs, (one) => one.requests),
      ),
    ]
  }
  const interactions = pages.interactions.map(({ cpu, rows, p75Ms }) =>
    line(
      cpu === 1 ? 'P11' : '',
      `interaction p75, ${rows} rows, 20 msg/s, ${cpu} × slower CPU`,
      'ms',
      { limit: null, product: p75Ms, ratio: null },
      cpu === 1 ? '≤ 100 ms' : '',
      cpu === 1 ? atMost(p75Ms, 100) : null,
    ),
  )
  return [...paint('sign-in page', pages.signIn, true), ...paint('desk', pages.desk, false), ...interactions]
}
