import { parseArgs } from 'node:util'

const allParts = ['sockets', 'talk', 'watch', 'micro', 'pages'] as const
export type PartName = (typeof allParts)[number]

export interface BenchOptions {
  parts: ReadonlySet<PartName>
  /** Pairs of limit and product that count; their median is printed. */
  pairs: number
  /** Measured seconds of each side of a pair. */
  seconds: number
  rates: readonly number[]
  desks: number
  /** Customers who write. */
  widgets: number
  /** Customers who only have the widget open. */
  idle: number
  inFlight: number
  requests: number
  messages: number
  /** Other programs may use so many cores; above it a pair is measured again, `tries` times at most. */
  quietCores: number
  tries: number
  waitMs: number
  out: string | null
  /** Writes a CPU profile of the product's server there. */
  profile: string | null
}

export const usage = `npm run bench [-- options]
  --quick            about two minutes: fewer pairs, shorter, 1,000 idle widgets
  --only a,b         parts: sockets, talk, watch, micro, pages (default all)
  --idle N           idle widgets (default 5000; 15000 needs about 1 GiB)
  --pairs N          pairs of limit and product that count (default 3)
  --seconds N        measured seconds of each side of a pair (default 5)
  --quiet N          cores that other programs may use while a pair counts (default 0.3)
  --out FILE         the figures as JSON (default bench-results/<time>.json)
  --profile DIR      also write a CPU profile of the product's server`

export type ParsedOptions = { options: BenchOptions; problem: null } | { options: null; problem: string }

/** Reads the command line; a problem says what is wrong with it. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    return { options: read(args), problem: null }
  } catch (error) {
    return { options: null, problem: error instanceof Error ? error.message : String(error) }
  }
}

function read(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      idle: { type: 'string' },
      pairs: { type: 'string' },
      seconds: { type: 'string' },
      quiet: { type: 'string' },
      out: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const isQuick = values.quick
  const number = (name: 'idle' | 'pairs' | 'seconds' | 'quiet', standard: number, most: number, least = 0): number => {
    const text = values[name]
    if (text === undefined) return standard
    const value = Number(text)
    if (Number.isFinite(value) && value >= least && value <= most) return value
    throw new Error(`--${name} must be a number from ${least} to ${most}, not ${text}`)
  }
  return {
    parts: partsOf(values.only),
    pairs: number('pairs', isQuick ? 1 : 3, 20, 1),
    seconds: number('seconds', isQuick ? 3 : 5, 60, 1),
    rates: [100, 500, 1_000],
    desks: 50,
    widgets: 1_000,
    idle: number('idle', isQuick ? 1_000 : 5_000, 15_000),
    inFlight: 800,
    requests: 20_000,
    messages: 100_000,
    quietCores: number('quiet', 0.3, 64),
    tries: isQuick ? 1 : 3,
    waitMs: isQuick ? 3_000 : 10_000,
    out: values.out ?? null,
    profile: values.profile ?? null,
  }
}

function partsOf(text: string | undefined): Set<PartName> {
  if (text === undefined) return new Set(allParts)
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !allParts.some((part) => part === name))
  if (unknown.length > 0) throw new Error(`--only knows ${allParts.join(', ')}, not ${unknown.join(', ')}`)
  return new Set(allParts.filter((part) => names.includes(part)))
}
