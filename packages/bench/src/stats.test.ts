import { describe, expect, it } from 'vitest'
import { compare, latencyOf, median, percentile, quietest } from './stats.ts'

describe('percentile', () => {
  it('knows no value of nothing', () => expect(percentile([], 0.5)).toBeNull())
  it('is the only value of one', () => expect(percentile([7], 0.99)).toBe(7))
  it.each([
    [0.5, 51],
    [0.95, 96],
    [0.99, 100],
    [1, 100],
  ])('of 1…100 at %d is %d', (share, value) => {
    const all = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(percentile(all, share)).toBe(value)
  })
})

it('takes the median of unsorted values and leaves them as they were', () => {
  const values = [30, 1, 2]
  expect(median(values)).toBe(2)
  expect(values).toEqual([30, 1, 2])
})

it('sorts latencies as numbers', () => {
  expect(latencyOf([100, 9, 20])).toEqual({ p50: 20, p95: 100, p99: 100, max: 100 })
  expect(latencyOf([])).toEqual({ p50: null, p95: null, p99: null, max: null })
})

describe('compare', () => {
  const figure = (value: number | null) => value
  it('takes the ratio within each pair, so that a slow minute does not count', () => {
    const pairs = [
      { limit: 100, product: 60 },
      { limit: 10, product: 6 },
      { limit: 50, product: 25 },
    ]
    expect(compare(pairs, figure)).toEqual({ limit: 50, product: 25, ratio: 0.6 })
  })
  it('leaves out pairs with a missing side', () => {
    expect(
      compare(
        [
          { limit: null, product: 3 },
          { limit: 2, product: 3 },
        ],
        figure,
      ),
    ).toEqual({ limit: 2, product: 3, ratio: 1.5 })
    expect(compare([], figure)).toEqual({ limit: null, product: null, ratio: null })
  })
  it('has no ratio to nought', () => expect(compare([{ limit: 0, product: 3 }], figure).ratio).toBeNull())
})

it('keeps the quietest tries', () => {
  expect(quietest([{ others: 0.5 }, { others: 0.1 }, { others: 0.3 }], ({ others }) => others, 2)).toEqual([
    { others: 0.1 },
    { others: 0.3 },
  ])
})
