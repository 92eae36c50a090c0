import { expect, test } from 'vitest'
import { type ChannelHealth, healthOf, intakePause, intakeTries, reconnectPause, worstOf } from './channel.ts'

test('a lost connection is tried again soon, then ever less often', () => {
  expect([0, 1, 2, 3, 7, 8, 100].map(reconnectPause)).toEqual([500, 500, 1_000, 2_000, 32_000, 60_000, 60_000])
})

test('what came in and failed is tried for about two hours', () => {
  const pauses = Array.from({ length: intakeTries - 1 }, (_, at) => intakePause(at + 1))
  expect(pauses[0]).toBe(5_000)
  expect(pauses.at(-1)).toBe(900_000)
  const all = pauses.reduce((sum, pause) => sum + pause, 0)
  expect(all).toBeGreaterThan(60 * 60_000)
  expect(all).toBeLessThan(150 * 60_000)
})

test('only what trying again cannot mend is a refusal', () => {
  expect(healthOf('WRONG_CREDENTIALS')).toBe('refused')
  expect(healthOf('UNREACHABLE')).toBe('trouble')
})

test('a channel does as well as the worse of its sides', () => {
  const sides = (...healths: ChannelHealth[]) => healths.map((health) => ({ health }))
  expect(worstOf(sides('ok', 'trouble'))).toEqual({ health: 'trouble' })
  expect(worstOf(sides('refused', 'trouble'))).toEqual({ health: 'refused' })
  expect(worstOf(sides('unknown', 'ok'))).toEqual({ health: 'ok' })
  expect(worstOf([])).toBeUndefined()
})
