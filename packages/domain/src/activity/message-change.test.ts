import { expect, test } from 'vitest'
import { whyNotChangeMessage, type ChangeableMessage } from './message-change.ts'
import type { Medium } from './media.ts'

const own: ChangeableMessage = { author: { kind: 'operator', id: 'anna' }, createdAt: 1_000, deletedAt: null }
const fiveMinutes = 300_000

test.each<[string, Medium, ChangeableMessage, number, ReturnType<typeof whyNotChangeMessage>]>([
  ['one’s own, at once', 'chat', own, 1_000, null],
  ['to the last millisecond', 'chat', own, 1_000 + fiveMinutes, null],
  ['a millisecond later', 'chat', own, 1_001 + fiveMinutes, 'tooLate'],
  ['without a word about deletion', 'chat', { author: own.author, createdAt: 1_000 }, 2_000, null],
  ['deleted already', 'chat', { ...own, deletedAt: 1_500 }, 2_000, 'deleted'],
  ['a colleague’s', 'chat', { ...own, author: { kind: 'operator', id: 'boris' } }, 2_000, 'notOwn'],
  ['the customer’s', 'chat', { ...own, author: { kind: 'customer', id: 'anna' } }, 2_000, 'notOwn'],
  ['the system’s', 'chat', { ...own, author: { kind: 'system', id: null } }, 2_000, 'notOwn'],
  ['a mail that is out', 'email', own, 2_000, 'sentAway'],
])('%s', (_name, medium, message, now, expected) => {
  expect(whyNotChangeMessage('anna', medium, message, now)).toBe(expected)
})
