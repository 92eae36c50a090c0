import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overflowHopsMost, overflowOf, overflowProblem, type OverflowSettings } from './overflow.ts'

const queue = (id: string, over: Partial<OverflowSettings> = {}): OverflowSettings => ({
  id,
  overflowSeconds: 60,
  overflowQueueId: 'b',
  overflowOffer: null,
  isActive: true,
  isOpen: true,
  ...over,
})

describe('what becomes of work that waits too long', () => {
  test.each<[string, Partial<OverflowSettings>, Partial<OverflowSettings> | null, string[], object]>([
    ['to the other queue', {}, {}, [], { toQueueId: 'b', offer: null }],
    [
      'an offer alone',
      { overflowQueueId: null, overflowOffer: 'message' },
      null,
      [],
      { toQueueId: null, offer: 'message' },
    ],
    ['both', { overflowOffer: 'message' }, {}, [], { toQueueId: 'b', offer: 'message' }],
    [
      'nothing without a limit',
      { overflowSeconds: null, overflowOffer: 'message' },
      {},
      [],
      { toQueueId: null, offer: null },
    ],
    ['not where it came from', {}, {}, ['b'], { toQueueId: null, offer: null }],
    ['not to one that is archived', {}, { isActive: false }, [], { toQueueId: null, offer: null }],
    [
      'not to one that is closed now',
      { overflowOffer: 'message' },
      { isOpen: false },
      [],
      { toQueueId: null, offer: 'message' },
    ],
    ['not to one that is gone', {}, null, [], { toQueueId: null, offer: null }],
    ['not for ever', {}, {}, ['1', '2', '3', '4', '5'], { toQueueId: null, offer: null }],
  ])('%s', (_name, from, to, path, expected) => {
    expect(overflowOf(queue('a', from), to && queue('b', to), path)).toEqual(expected)
  })
})

describe('which queue may overflow into which', () => {
  const targets = new Map([
    ['a', null],
    ['b', 'c'],
    ['c', null],
    ['x', 'a'],
    ...['1', '2', '3', '4', '5'].map((id, i) => [id, i === 4 ? null : String(i + 2)] as [string, string | null]),
  ])
  test.each([
    ['a', 'b', null],
    ['a', 'a', 'self'],
    ['a', 'gone', 'unknown'],
    ['a', 'x', 'circle'],
    ['c', 'b', 'circle'],
    ['', 'x', null],
    ['a', '1', null],
    ['x', '1', null],
    ['b', '1', null],
  ] as const)('%s into %s: %s', (from, to, expected) => expect(overflowProblem(from, to, targets)).toBe(expected))
  test('a chain of six is too long', () => {
    expect(overflowProblem('a', '0', new Map([...targets, ['0', '1']]))).toBe('tooLong')
  })
})

test('however queues are set, work moves a bounded number of times and never twice into one queue', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const settings = fc.record({ to: fc.constantFrom(...ids), isOpen: fc.boolean(), isActive: fc.boolean() })
  fc.assert(
    fc.property(fc.array(settings, { minLength: 7, maxLength: 7 }), (all) => {
      const of = new Map(
        ids.map((id, i) => [
          id,
          queue(id, {
            overflowQueueId: all[i]?.to ?? null,
            isOpen: all[i]?.isOpen ?? true,
            isActive: all[i]?.isActive ?? true,
          }),
        ]),
      )
      let at = of.get('a')
      const path: string[] = []
      while (at) {
        const { toQueueId } = overflowOf(at, of.get(at.overflowQueueId ?? '') ?? null, path)
        if (toQueueId === null) break
        path.push(at.id)
        at = of.get(toQueueId)
      }
      expect(path.length).toBeLessThanOrEqual(overflowHopsMost)
      expect(new Set([...path, at?.id]).size).toBe(path.length + 1)
    }),
  )
})
