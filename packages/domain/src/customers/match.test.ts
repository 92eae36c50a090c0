import { expect, test } from 'vitest'
import { matchCustomer } from './match.ts'

const known = [
  { id: 'anna', email: 'Anna@Example.org', phone: '+48 600 100 200' },
  { id: 'anna', email: 'a.nowak@work.example', phone: null },
  { id: 'jan', email: 'jan@example.org', phone: '0048 600 100 200' },
  { id: 'ola', email: null, phone: '600 300 400' },
  { id: 'two1', email: 'shared@example.org', phone: null },
  { id: 'two2', email: 'SHARED@example.org', phone: '600 500 600' },
  { id: 'empty', email: '', phone: '' },
]

test.each([
  ['mail in any case', { email: ' anna@EXAMPLE.org' }, 'anna'],
  ['a second mail', { email: 'a.nowak@work.example' }, 'anna'],
  ['phone in any format', { phone: '600-300-400' }, 'ola'],
  ['a shared phone', { phone: '+48600100200' }, null],
  ['a shared phone, told apart by mail', { email: 'jan@example.org', phone: '+48600100200' }, 'jan'],
  ['a shared mail', { email: 'shared@example.org' }, null],
  ['a shared mail, told apart by phone', { email: 'shared@example.org', phone: '600500600' }, 'two2'],
  ["one's mail and another's phone", { email: 'anna@example.org', phone: '600300400' }, null],
  ['known mail, new phone', { email: 'jan@example.org', phone: '700' }, 'jan'],
  ['part of a mail', { email: 'nna@example.org' }, null],
  ['nothing', {}, null],
  ['only empty words', { email: ' ', phone: 'none' }, null],
])('%s', (_name, by, expected) => {
  expect(matchCustomer(known, by)).toBe(expected)
})
