import { describe, expect, test } from 'vitest'
import { aTask } from '../../shared/testing/tasks.ts'
import { mayAcceptByKey } from './accept-by-key.ts'
import { groupTasks, keepPlaces } from './order.ts'

test('priority goes before waiting when chosen', () => {
  const tasks = [
    aTask({ activityId: 'old', waitingSince: 1 }),
    aTask({ activityId: 'urgent', waitingSince: 2, priority: 'urgent' }),
  ]
  const ids = (sort: 'waiting' | 'priority') => groupTasks(tasks, sort).needsReply.map(({ activityId }) => activityId)
  expect(ids('waiting')).toEqual(['old', 'urgent'])
  expect(ids('priority')).toEqual(['urgent', 'old'])
})

test.each([
  [['b', 'a', 'c'], ['a', 'b'], ['a', 'b', 'c'], 'new ones come last'],
  [['c'], ['a', 'b', 'c'], ['c'], 'gone ones leave'],
  [['b', 'a'], [], ['b', 'a'], 'nothing shown before'],
])('places are kept: %j', (wanted, before, expected) => {
  expect(keepPlaces(wanted, before, (id) => id)).toEqual(expected)
})

describe('the key that accepts', () => {
  test.each([
    [{ shownAt: 0, typedAt: -Infinity, now: 399 }, false],
    [{ shownAt: 0, typedAt: -Infinity, now: 400 }, true],
    [{ shownAt: 0, typedAt: 1000, now: 1499 }, false],
    [{ shownAt: 0, typedAt: 1000, now: 1500 }, true],
  ])('%j', (times, may) => {
    expect(mayAcceptByKey(times)).toBe(may)
  })
})
