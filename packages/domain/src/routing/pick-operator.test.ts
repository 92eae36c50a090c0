import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pickOperator, strategies } from './pick-operator.ts'
import type { Candidate, RoutingStrategy } from './pick-operator.ts'

const candidate = (operatorId: string, facts: Partial<Candidate> = {}): Candidate => ({
  operatorId,
  idleSince: 100,
  load: 1,
  capacity: 4,
  lastOfferedAt: 50,
  hasRoom: true,
  isAvailable: true,
  isSkilled: true,
  hasLine: true,
  ...facts,
})

const none: ReadonlySet<string> = new Set()

describe('strategies', () => {
  const a = candidate('a', { idleSince: 30, load: 3, lastOfferedAt: 20 })
  const b = candidate('b', { idleSince: 10, load: 2, lastOfferedAt: 30 })
  const c = candidate('c', { idleSince: 20, load: 1, lastOfferedAt: 10 })
  test.each<[string, RoutingStrategy, Candidate[], string]>([
    ['who is idle longest', 'longestIdle', [a, b, c], 'b'],
    ['who has the least', 'leastLoaded', [a, b, c], 'c'],
    ['whose turn it is', 'roundRobin', [a, b, c], 'c'],
    ['who was never offered anything', 'roundRobin', [a, candidate('z', { lastOfferedAt: null }), c], 'z'],
    ['least in proportion to capacity', 'leastLoaded', [candidate('d', { load: 2, capacity: 8 }), b], 'd'],
    ['equally loaded: idle longest', 'leastLoaded', [candidate('d', { load: 2, idleSince: 11 }), b], 'b'],
    ['equal in all: the smaller id', 'longestIdle', [candidate('y'), candidate('x')], 'x'],
  ])('%s', (_name, strategy, candidates, expected) => {
    expect(pickOperator({ strategy, candidates, tried: none })?.operatorId).toBe(expected)
  })
})

describe('who is left', () => {
  const strategy = 'longestIdle'
  const a = candidate('a', { idleSince: 1 })
  const b = candidate('b', { idleSince: 2 })
  const full = candidate('full', { idleSince: 0, hasRoom: false })
  const away = candidate('away', { idleSince: 0, isAvailable: false })
  const mute = candidate('mute', { idleSince: 0, hasLine: false })
  test.each<[string, Parameters<typeof pickOperator>[0], string | null]>([
    ['not who has no line', { strategy, candidates: [mute, b], tried: none }, 'b'],
    ['nobody with a line', { strategy, candidates: [mute], tried: none, retryTried: true, skillsRelaxed: true }, null],
    ['who knows it has no line', { strategy, candidates: [a, mute], tried: none, preferredId: 'mute' }, 'a'],
    ['nobody', { strategy, candidates: [], tried: none }, null],
    ['nobody able', { strategy, candidates: [full, away], tried: none }, null],
    ['the able one', { strategy, candidates: [full, away, b], tried: none }, 'b'],
    ['not the one tried', { strategy, candidates: [a, b], tried: new Set(['a']) }, 'b'],
    ['all tried', { strategy, candidates: [a, b], tried: new Set(['a', 'b']) }, null],
    ['all tried, again', { strategy, candidates: [a, b], tried: new Set(['a', 'b']), retryTried: true }, 'a'],
    ['all tried, longest ago', { strategy, candidates: [a, b], tried: new Set(['b', 'a']), retryTried: true }, 'b'],
    [
      'all tried, who knows it in his turn',
      { strategy, candidates: [a, b], tried: new Set(['a', 'b']), retryTried: true, preferredId: 'b' },
      'a',
    ],
    ['tried again only at last', { strategy, candidates: [a, b], tried: new Set(['a']), retryTried: true }, 'b'],
    ['who knows it', { strategy, candidates: [a, b], tried: none, preferredId: 'b' }, 'b'],
    ['who knows it is full', { strategy, candidates: [a, full], tried: none, preferredId: 'full' }, 'a'],
    ['who knows it is away', { strategy, candidates: [a, away], tried: none, preferredId: 'away' }, 'a'],
    ['who knows it declined', { strategy, candidates: [a, b], tried: new Set(['b']), preferredId: 'b' }, 'a'],
    ['who knows it is not here', { strategy, candidates: [a, b], tried: none, preferredId: 'gone' }, 'a'],
    ['nobody knows it', { strategy, candidates: [a, b], tried: none, preferredId: null }, 'a'],
  ])('%s', (_name, choice, expected) => {
    expect(pickOperator(choice)?.operatorId ?? null).toBe(expected)
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

const anyChoice = fc.record({
  strategy: fc.constantFrom(...strategies),
  candidates: fc.uniqueArray(
    fc.record({
      operatorId: fc.constantFrom(...ids),
      idleSince: fc.nat({ max: 5 }),
      load: fc.nat({ max: 4 }),
      capacity: fc.nat({ max: 4 }),
      lastOfferedAt: fc.option(fc.nat({ max: 5 })),
      hasRoom: fc.boolean(),
      isAvailable: fc.boolean(),
      isSkilled: fc.constant(true),
      hasLine: fc.boolean(),
    }),
    { selector: (c) => c.operatorId },
  ),
  tried: fc.uniqueArray(fc.constantFrom(...ids)).map((tried): ReadonlySet<string> => new Set(tried)),
  preferredId: fc.option(fc.constantFrom(...ids)),
  retryTried: fc.boolean(),
})

describe('for any choice', () => {
  test('only an available one with room, an untried one while there is one, and one whenever there is', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const picked = pickOperator(choice)
        const able = choice.candidates.filter((c) => c.isAvailable && c.hasRoom && c.hasLine)
        const untried = able.filter((c) => !choice.tried.has(c.operatorId))
        const retried = choice.retryTried ? able : []
        const pool: (Candidate | null)[] = untried.length > 0 ? untried : retried
        expect(pool.length > 0 ? pool : [null]).toContain(picked)
      }),
    )
  })

  test('longest idle picks the smallest idleSince of those that can be picked', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const picked = pickOperator({ ...choice, strategy: 'longestIdle', preferredId: null, tried: none })
        const able = choice.candidates.filter((c) => c.isAvailable && c.hasRoom && c.hasLine)
        expect(picked?.idleSince ?? Infinity).toBe(Math.min(...able.map((c) => c.idleSince)))
      }),
    )
  })

  test('the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const turned = { ...choice, candidates: [...choice.candidates].reverse() }
        expect(pickOperator(turned)).toBe(pickOperator(choice))
      }),
    )
  })
})

test('round robin gives everyone a turn before anyone a second one', () => {
  let candidates = ['a', 'b', 'c'].map((id) => candidate(id, { lastOfferedAt: null }))
  const turns: string[] = []
  for (let now = 1; now <= 6; now += 1) {
    const id = pickOperator({ strategy: 'roundRobin', candidates, tried: none })?.operatorId ?? ''
    turns.push(id)
    candidates = candidates.map((c) => (c.operatorId === id ? { ...c, lastOfferedAt: now } : c))
  }
  expect(turns.join('')).toBe('abcabc')
})
