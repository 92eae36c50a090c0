import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCoalescer } from './coalesce.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first goes out at once, what follows at most four times a second, the last one always', () => {
  const fired: [string, number][] = []
  const queues = createCoalescer((key) => void fired.push([key, Date.now()]))
  const start = Date.now()
  for (let ms = 0; ms < 1_000; ms += 10) {
    queues.touch('q')
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(1_000)
  expect(fired.map(([, at]) => at - start)).toEqual([0, 250, 500, 750, 1_000])
  queues.touch('q')
  expect(fired).toHaveLength(6)
})

test('keys do not wait for each other, and a flush sends what is held back', () => {
  const fired: string[] = []
  const queues = createCoalescer((key) => void fired.push(key))
  for (const key of ['a', 'b', 'a', 'b', 'b']) queues.touch(key)
  expect(fired).toEqual(['a', 'b'])
  queues.flush()
  expect(fired).toEqual(['a', 'b', 'a', 'b'])
  vi.advanceTimersByTime(1_000)
  expect(fired).toHaveLength(4)
})
