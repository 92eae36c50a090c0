import { expect, test } from 'vitest'
import { dayMs } from '../time.ts'
import { onCustomerMessage } from './reopen.ts'

const base = { closedAt: 0, now: dayMs, reopenDays: 3, onReply: 'reopen', isSpam: false } as const

test.each([
  ['within the window', base, 'reopen'],
  ['in its last moment', { ...base, now: 3 * dayMs }, 'reopen'],
  ['later', { ...base, now: 3 * dayMs + 1 }, 'newRequest'],
  ['by a clock that runs behind', { ...base, now: -1 }, 'reopen'],
  ['the type wants a new one', { ...base, onReply: 'new' as const }, 'newRequest'],
  ['the type has no window', { ...base, now: 0, reopenDays: 0 }, 'newRequest'],
  ['spam', { ...base, isSpam: true }, 'ignore'],
  ['spam later', { ...base, now: 9 * dayMs, isSpam: true }, 'ignore'],
])('%s', (_name, message, expected) => {
  expect(onCustomerMessage(message)).toBe(expected)
})
