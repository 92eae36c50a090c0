import { expect, test } from 'vitest'
import { mailProblem } from './mail-answer.ts'

const chat = { medium: 'chat', state: 'active', customerIsHere: false, isRequestClosed: false } as const

test.each([
  ['a chat whose customer has gone', chat, null],
  ['a chat whose customer is there', { ...chat, customerIsHere: true }, 'CUSTOMER_HERE'],
  ['a chat that is over, the page still open', { ...chat, state: 'ended', customerIsHere: true }, null],
  ['a chat in wrap-up', { ...chat, state: 'wrapUp' }, null],
  ['a call that goes on, also by telephone', { ...chat, medium: 'call' }, 'CUSTOMER_HERE'],
  ['a call that is over', { ...chat, medium: 'call', state: 'ended' }, null],
  ['a form', { ...chat, medium: 'form', customerIsHere: true }, null],
  ['a mail', { ...chat, medium: 'email' }, 'IS_MAIL'],
  ['of a closed request', { ...chat, state: 'ended', isRequestClosed: true }, 'REQUEST_CLOSED'],
] as const)('%s', (_, talk, problem) => {
  expect(mailProblem(talk)).toBe(problem)
})
