import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { familyLevels, type TieProblem, whyNotMerge, whyNotPart, whyNotSplit } from './ties.ts'

const source = { id: 'r1', customerId: 'c1', category: 'active' } as const
const target = { id: 'r2', customerId: 'c1', category: 'new' } as const

test.each<[string, Parameters<typeof whyNotMerge>[0], TieProblem | null]>([
  ['two open ones', { source, target }, null],
  ['a waiting one', { source, target: { ...target, category: 'waiting' } }, null],
  ['itself', { source, target: source }, 'SAME_REQUEST'],
  ['of another customer', { source, target: { ...target, customerId: 'c2' } }, 'OTHER_CUSTOMER'],
  ['a closed one into an open one', { source: { ...source, category: 'closed' }, target }, 'SOURCE_CLOSED'],
  ['into a closed one', { source, target: { ...target, category: 'closed' } }, 'TARGET_CLOSED'],
])('merging %s', (_name, merge, problem) => {
  expect(whyNotMerge(merge)).toBe(problem)
})

const allIds = ['a', 'b', 'c']
test.each<[string, Parameters<typeof whyNotSplit>[0], TieProblem | null]>([
  ['some', { category: 'active', chosenIds: ['a', 'b'], allIds }, null],
  ['none', { category: 'active', chosenIds: [], allIds }, 'NOTHING_CHOSEN'],
  ['all', { category: 'active', chosenIds: ['c', 'a', 'b'], allIds }, 'ALL_CHOSEN'],
  ['one twice and another', { category: 'active', chosenIds: ['a', 'a', 'b'], allIds }, null],
  ['one that was moved away meanwhile', { category: 'active', chosenIds: ['x'], allIds }, 'NOT_OF_REQUEST'],
  ['of a closed request', { category: 'closed', chosenIds: ['a'], allIds }, 'SOURCE_CLOSED'],
])('splitting off %s', (_name, split, problem) => {
  expect(whyNotSplit(split)).toBe(problem)
})

describe('parent and parts', () => {
  test.each<[string, Parameters<typeof whyNotPart>[0], TieProblem | null]>([
    ['two alone', { partId: 'p', parentId: 'q', above: [], levelsBelow: 0 }, null],
    ['of itself', { partId: 'p', parentId: 'p', above: [], levelsBelow: 0 }, 'SAME_REQUEST'],
    ['of its own part', { partId: 'p', parentId: 'q', above: ['p'], levelsBelow: 1 }, 'LOOP'],
    ['of a part of its part', { partId: 'p', parentId: 'q', above: ['r', 'p'], levelsBelow: 2 }, 'LOOP'],
    ['as deep as may be', { partId: 'p', parentId: 'q', above: ['r'], levelsBelow: 2 }, null],
    ['a level deeper', { partId: 'p', parentId: 'q', above: ['r', 's'], levelsBelow: 2 }, 'TOO_DEEP'],
  ])('%s', (_name, family, problem) => {
    expect(whyNotPart(family)).toBe(problem)
  })

  test('whatever is tried in whatever order, there is no circle and nothing deeper than allowed', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const one = fc.constantFrom(...ids)
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one), { maxLength: 40 }), (tries) => {
        const parentOf = new Map<string, string>()
        const up = (id: string): string[] => {
          const parent = parentOf.get(id)
          return parent === undefined ? [] : [parent, ...up(parent)]
        }
        const below = (id: string): number =>
          Math.max(0, ...ids.filter((other) => parentOf.get(other) === id).map((part) => 1 + below(part)))
        for (const [partId, parentId] of tries)
          if (whyNotPart({ partId, parentId, above: up(parentId), levelsBelow: below(partId) }) === null)
            parentOf.set(partId, parentId)
        for (const id of ids) expect(up(id).length).toBeLessThan(familyLevels)
      }),
    )
  })
})
