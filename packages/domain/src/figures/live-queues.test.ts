import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPresence, liveAlerts, type LiveOperator, type LiveQueue, liveTotal, operatorsOf } from './live-queues.ts'
import { defaultTargets, noWaits } from './service-level.ts'

const now = 1_000_000_000
const queue = (id: string, fields: Partial<LiveQueue> = {}): LiveQueue => ({
  id,
  name: id,
  waiting: 0,
  oldestAt: null,
  inProgress: 0,
  today: noWaits,
  targets: defaultTargets,
  ...fields,
})
const operator = (id: string, queueIds: string[], fields: Partial<LiveOperator> = {}): LiveOperator => ({
  id,
  name: id,
  shown: 'available',
  awayReason: null,
  queueIds,
  isFree: true,
  ...fields,
})

test('an operator in two queues counts in both rows and once in the total', () => {
  const operators = [operator('anna', ['a', 'b']), operator('boris', ['b'], { shown: 'busy', isFree: false })]
  expect(countPresence(operatorsOf(operators, 'a'))).toMatchObject({ available: 1, busy: 0, all: 1 })
  expect(countPresence(operatorsOf(operators, 'b'))).toMatchObject({ available: 1, busy: 1, all: 2 })
  expect(liveTotal([queue('a'), queue('b')], operators).operators).toMatchObject({ available: 1, busy: 1, all: 2 })
})

test('the total: sums, the longest wait of all, the strictest limit, targets weighed by what counted', () => {
  const a = queue('a', { waiting: 2, oldestAt: now - 5_000, inProgress: 1 })
  const b = queue('b', {
    waiting: 1,
    oldestAt: now - 9_000,
    inProgress: 3,
    today: { ...noWaits, accepted: 9, acceptedInTime: 9 },
    targets: { serviceLevelSeconds: 20, serviceLevelPercent: 80, maxWaitSeconds: 120 },
  })
  expect(liveTotal([a, b], [])).toMatchObject({
    waiting: 3,
    oldestAt: now - 9_000,
    inProgress: 4,
    tightestLimitSeconds: 120,
    targetPercent: 80,
  })
  expect(liveTotal([], [])).toMatchObject({ waiting: 0, oldestAt: null, targetPercent: 0 })
})

test('alerts: a wait over the limit first, then a queue that nobody serves, missed offers, a missed target', () => {
  const queues = [
    queue('calm', { waiting: 1, oldestAt: now - 1_000 }),
    queue('late', { waiting: 1, oldestAt: now - 301_000 }),
    queue('later', { waiting: 1, oldestAt: now - 900_000 }),
    queue('alone', { waiting: 2, oldestAt: now }),
    queue('slow', { today: { accepted: 10, acceptedInTime: 5, abandoned: 0, shortAbandoned: 0 } }),
    queue('few', { today: { accepted: 4, acceptedInTime: 0, abandoned: 0, shortAbandoned: 0 } }),
  ]
  const operators = [
    operator('anna', ['calm', 'late', 'later']),
    operator('boris', ['alone'], { shown: 'away', awayReason: 'missedOffers' }),
  ]
  expect(
    liveAlerts(queues, operators, now).map((alert) => [alert.kind, 'queueId' in alert ? alert.queueId : '']),
  ).toEqual([
    ['longWait', 'later'],
    ['longWait', 'late'],
    ['nobodyThere', 'alone'],
    ['missedOffers', ''],
    ['belowTarget', 'slow'],
  ])
})

test('whatever they are in, everybody counts once in the total', () => {
  const queueIds = fc.subarray(['a', 'b', 'c'], { minLength: 1 })
  const shown = fc.constantFrom('available', 'busy', 'away', 'offline')
  fc.assert(
    fc.property(fc.array(fc.tuple(queueIds, shown)), (people) => {
      const operators = people.map(([ids, state], i) => operator(`o${i}`, ids, { shown: state }))
      const { operators: all } = liveTotal([queue('a'), queue('b'), queue('c')], operators)
      const rows = ['a', 'b', 'c'].map((id) => countPresence(operatorsOf(operators, id)))
      expect(all.available + all.busy + all.away + all.offline).toBe(people.length)
      expect(rows.reduce((sum, row) => sum + row.all, 0)).toBe(people.reduce((sum, [ids]) => sum + ids.length, 0))
    }),
  )
})
