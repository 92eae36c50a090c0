import { expect, test } from 'vitest'
import { priorities, priorityRank } from './priority.ts'

test('the most urgent has the smallest rank', () => {
  expect(priorities.map(priorityRank)).toEqual([3, 2, 1, 0])
  expect([...priorities].sort((a, b) => priorityRank(a) - priorityRank(b))).toEqual(['urgent', 'high', 'normal', 'low'])
})
