import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { holdReads, untilReadsMayBegin } from './first-reads.ts'

describe('the first reads of a desk', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('wait for the connection, and then were not too early', async () => {
    const letGo = holdReads(250)
    const began = vi.fn<() => void>()
    void untilReadsMayBegin()?.then(began)
    await vi.advanceTimersByTimeAsync(200)
    expect(began).not.toHaveBeenCalled()
    expect(letGo()).toBe(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(began).toHaveBeenCalled()
    expect(untilReadsMayBegin()).toBeUndefined()
  })

  test('do not wait long for a slow one, which must then fetch them again', async () => {
    const letGo = holdReads(250)
    const began = vi.fn<() => void>()
    void untilReadsMayBegin()?.then(began)
    await vi.advanceTimersByTimeAsync(250)
    expect(began).toHaveBeenCalled()
    expect(untilReadsMayBegin()).toBeUndefined()
    expect(letGo()).toBe(false)
  })

  test('an older hold does not open a newer one', () => {
    const first = holdReads(250)
    const second = holdReads(250)
    first()
    expect(untilReadsMayBegin()).toBeDefined()
    second()
    expect(untilReadsMayBegin()).toBeUndefined()
  })
})
