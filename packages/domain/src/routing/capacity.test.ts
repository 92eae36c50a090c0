import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityStates } from '../activity/activity-state.ts'
import { mediumIds } from '../activity/media.ts'
import { minuteMs } from '../time.ts'
import {
  capacityFor,
  defaultCapacity,
  hasRoom,
  loadByMedium,
  occupiesPlace,
  quietAfterMs,
  weightedLoad,
} from './capacity.ts'
import type { Capacity, HeldTask } from './capacity.ts'
import type { Medium } from '../activity/media.ts'

const now = 100 * minuteMs
const chat: HeldTask = { medium: 'chat', state: 'active', lastCustomerMessageAt: now - minuteMs, acceptedAt: 0 }
const quiet: HeldTask = { ...chat, lastCustomerMessageAt: now - quietAfterMs }
const call: HeldTask = { medium: 'call', state: 'active', lastCustomerMessageAt: null, acceptedAt: 0 }
const email: HeldTask = { medium: 'email', state: 'active', lastCustomerMessageAt: 0, acceptedAt: 0 }

describe('occupiesPlace', () => {
  test.each<[string, HeldTask, boolean]>([
    ['an active chat', chat, true],
    ['quiet for 10 minutes', quiet, false],
    ['quiet for a moment less', { ...quiet, lastCustomerMessageAt: now - quietAfterMs + 1 }, true],
    ['just accepted after a long wait', { ...quiet, acceptedAt: now }, true],
    ['nothing known of its times', { ...chat, lastCustomerMessageAt: null, acceptedAt: null }, true],
    ['an offer, however old the message', { ...quiet, state: 'offered', acceptedAt: null }, true],
    ['a quiet chat in wrap-up', { ...quiet, state: 'wrapUp' }, true],
    ['returned to the queue', { ...chat, state: 'waiting' }, false],
    ['ended', { ...chat, state: 'ended' }, false],
    ['a quiet mail', email, true],
    ['a long call', call, true],
    ['a quiet messenger', { ...quiet, medium: 'messenger' }, true],
  ])('%s: %s', (_name, task, expected) => {
    expect(occupiesPlace(task, now)).toBe(expected)
  })
})

describe('hasRoom', () => {
  test.each<[string, Capacity, HeldTask[], Medium, boolean]>([
    ['nothing to do', {}, [], 'chat', true],
    ['three of four chats', {}, [chat, chat, chat], 'chat', true],
    ['four of four chats', {}, [chat, chat, chat, chat], 'chat', false],
    ['a quiet one of four', {}, [chat, chat, chat, quiet], 'chat', true],
    ['over capacity by hand', { chat: 1 }, [chat, chat], 'chat', false],
    ['takes no chats', { chat: 0 }, [], 'chat', false],
    ['a nonsensical limit', { chat: -1 }, [], 'chat', false],
    ['chats do not limit mails', { chat: 1 }, [chat], 'email', true],
    ['a call during chats', {}, [chat, chat, chat, chat], 'call', true],
    ['a chat during a call', {}, [call], 'chat', false],
    ['a mail while a call rings', {}, [{ ...call, state: 'offered' }], 'email', false],
    ['a chat after a call', {}, [{ ...call, state: 'ended' }], 'chat', true],
    ['a second call', {}, [call], 'call', false],
    ['a second call, whatever is set', { call: 5 }, [call], 'call', false],
    ['a call while one is wrapped up', {}, [{ ...call, state: 'wrapUp' }], 'call', false],
    ['takes no calls', { call: 0 }, [], 'call', false],
  ])('%s', (_name, capacity, tasks, medium, expected) => {
    expect(hasRoom(capacity, tasks, medium, now)).toBe(expected)
  })
})

test('a medium left out has the default', () => {
  for (const medium of mediumIds) expect(capacityFor({}, medium)).toBe(defaultCapacity[medium])
})

test('load counts places by medium and weighs them over all', () => {
  const load = loadByMedium([chat, quiet, call, email, email], now)
  expect(load).toEqual({ chat: 1, call: 1, email: 2, form: 0, callback: 0, messenger: 0, portal: 0 })
  expect(weightedLoad([chat, quiet, call, email, email], now)).toBe(3 + 12 + 2 + 2)
})

test('time alone frees places and never takes them', () => {
  const time = fc.option(fc.nat({ max: 30 * minuteMs }))
  const task = fc.record({
    medium: fc.constantFrom(...mediumIds),
    state: fc.constantFrom(...activityStates),
    lastCustomerMessageAt: time,
    acceptedAt: time,
  })
  fc.assert(
    fc.property(fc.array(task), fc.nat(60 * minuteMs), fc.nat(60 * minuteMs), (tasks, at, later) => {
      const before = loadByMedium(tasks, at)
      const after = loadByMedium(tasks, at + later)
      for (const medium of mediumIds) expect(after[medium]).toBeLessThanOrEqual(before[medium])
    }),
  )
})
