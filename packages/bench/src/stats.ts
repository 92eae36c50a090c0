/** The value below which `share` (0 to 1) of the sorted values lie; null without values. */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}

/** The middle value, of two middle ones the upper; null without values. */
export function median(values: readonly number[]): number | null {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

export interface Latency {
  p50: number | null
  p95: number | null
  p99: number | null
  max: number | null
}
/** Milliseconds, in any order. */
export function latencyOf(values: readonly number[]): Latency {
  const sorted = Float64Array.from(values).sort()
  return {
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  }
}

export interface Pair<T> {
  limit: T
  product: T
}
/** What one figure says over all pairs: both medians, and the median of the ratios, which drift does not touch. */
export interface Compared {
  limit: number | null
  product: number | null
  ratio: number | null
}
/** Compares pairs that were measured next to each other. A pair that lacks the figure on either side is left out. */
export function compare<T>(pairs: readonly Pair<T>[], figure: (one: T) => number | null): Compared {
  const both = pairs.flatMap(({ limit, product }) => {
    const [a, b] = [figure(limit), figure(product)]
    return a === null || b === null ? [] : [{ a, b }]
  })
  return {
    limit: median(both.map(({ a }) => a)),
    product: median(both.map(({ b }) => b)),
    ratio: median(both.flatMap(({ a, b }) => (a === 0 ? [] : [b / a]))),
  }
}

/** The quietest of several tries: those during which other programs took the least CPU. */
export function quietest<T>(tries: readonly T[], others: (one: T) => number, count: number): T[] {
  return tries.toSorted((a, b) => others(a) - others(b)).slice(0, count)
}
