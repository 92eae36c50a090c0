import type { LiveQueueRow } from '@care/contract'
import { expect, test } from 'vitest'
import { onTheWall } from './on-the-wall.ts'

const queue = (name: string, oldestAt: number | null, inProgress = 0): LiveQueueRow => ({
  id: name,
  name,
  waiting: oldestAt === null ? 0 : 1,
  oldestAt,
  inProgress,
  today: { accepted: 0, acceptedInTime: 0, abandoned: 0, shortAbandoned: 0 },
  targets: { serviceLevelSeconds: 60, serviceLevelPercent: 90, maxWaitSeconds: 300 },
})
const quiet = (count: number): LiveQueueRow[] => Array.from({ length: count }, (_, n) => queue(`Quiet ${n}`, null))
const names = (queues: readonly LiveQueueRow[]): string[] => queues.map(({ name }) => name)

test('as many queues as the wall shows keep their places', () => {
  const queues = [...quiet(9), queue('Waits', 1)]
  expect(onTheWall(queues)).toBe(queues)
})

test('of more queues those that wait are seen first, longest wait first, then those at work', () => {
  const queues = [...quiet(20), queue('Works', null, 2), queue('Waits', 20), queue('Waits longest', 10)]
  const shown = names(onTheWall(queues))
  expect(shown.slice(0, 4)).toEqual(['Waits longest', 'Waits', 'Works', 'Quiet 0'])
  expect(shown).toHaveLength(queues.length)
})
