import type { Figures } from './figures.ts'
import { type Line, linesOf } from './goals.ts'
import { figure, table } from './table.ts'

const verdict = (isMet: boolean | null): string => (isMet === null ? '' : isMet ? 'met' : 'MISSED')
const cells = (one: Line): string[] => [
  one.what,
  one.unit,
  figure(one.limit),
  figure(one.product),
  figure(one.ratio, 2),
  one.goal,
  one.wanted,
  verdict(one.isMet),
]

/** The table for people; the lines go into the JSON too. */
export function report(figures: Figures): { text: string; lines: Line[] } {
  const lines = linesOf(figures)
  const { machine, disk, talk } = figures
  const others = [...(talk?.saturation ?? []), ...(talk?.rates.flatMap(({ rounds }) => rounds) ?? [])].map(
    (one) => one.otherCores,
  )
  const head = [
    `${machine.cores} cores ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.node}, Linux ${machine.kernel}, ${figures.startedAt}`,
    `Disk floor: 4 KiB made durable in p50 ${figure(disk.p50)} ms, p99 ${figure(disk.p99)} ms, ${figure(disk.commitsPerSecond)} a second`,
    ...(others.length > 0
      ? [
          `Other programs meanwhile: ${figure(Math.max(...others), 2)} cores at most${Math.max(...others) > 0.3 ? ' — too many: trust the ratios, not the figures' : ''}`,
        ]
      : []),
  ]
  const columns = ['', 'unit', 'limit', 'product', 'ratio', 'goal', 'wanted', '']
  return { text: [...head, '', table(columns, lines.map(cells))].join('\n'), lines }
}
