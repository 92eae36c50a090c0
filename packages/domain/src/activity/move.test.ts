import { expect, test } from 'vitest'
import { whyNotMove } from './move.ts'
import type { MoveProblem } from './move.ts'

type Move = Parameters<typeof whyNotMove>[0]

const activity = { customerId: 'c1', requestId: 'r1' }
const from = { category: 'active' } as const
const target = { id: 'r2', customerId: 'c1', category: 'new' } as const

test.each<[string, Move, MoveProblem | null]>([
  ['to an open request', { activity, from, target }, null],
  ['to a waiting request', { activity, from, target: { ...target, category: 'waiting' } }, null],
  ['to a new request', { activity, from, target: 'new' }, null],
  ['to where it is', { activity, from, target: { ...target, id: 'r1' } }, 'SAME_REQUEST'],
  ['to another customer', { activity, from, target: { ...target, customerId: 'c2' } }, 'OTHER_CUSTOMER'],
  ['to a closed request', { activity, from, target: { ...target, category: 'closed' } }, 'TO_CLOSED'],
  ['from a closed request', { activity, from: { category: 'closed' }, target }, 'FROM_CLOSED'],
  ['from a closed to a new one', { activity, from: { category: 'closed' }, target: 'new' }, 'FROM_CLOSED'],
])('%s', (_name, move, problem) => {
  expect(whyNotMove(move)).toBe(problem)
})
