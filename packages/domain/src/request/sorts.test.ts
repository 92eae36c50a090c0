import { expect, test } from 'vitest'
import { requestSorts, sortsFor } from './sorts.ts'

test.each<[Parameters<typeof sortsFor>[0], readonly string[], string]>([
  [{}, requestSorts, 'no time: all'],
  [{ created: {} }, ['created', 'number', 'updated', 'priority'], 'made since: the newly updated are among them'],
  [{ created: { to: 5 } }, ['created', 'number'], 'made until'],
  [{ updated: {} }, ['updated', 'priority'], 'updated'],
  [{ closed: {} }, ['closed'], 'closed'],
  [{ due: 'overdue' }, ['due', 'updated', 'priority'], 'overdue'],
  [{ due: 'none' }, requestSorts, 'without a due time'],
  [{ due: 'today' }, ['due'], 'due today'],
  [{ created: {}, updated: {} }, ['updated', 'priority'], 'two times that share a sort'],
  [{ words: 'refund', updated: {} }, ['created', 'number'], 'words: as they were made, whatever else'],
  [{ closed: {}, created: {} }, ['closed'], 'two that share none: the first decides'],
])('%j offers %j (%s)', (filter, sorts) => {
  expect(sortsFor(filter)).toEqual(sorts)
})
