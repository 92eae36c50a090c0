import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minuteMs } from '../time.ts'
import { pickOperator, strategies } from './pick-operator.ts'
import { areSkillsRelaxed, hasSkills, isSkill, normaliseSkill, normaliseSkills, skillSet } from './skills.ts'
import type { Candidate } from './pick-operator.ts'

test.each<[string, string, string, boolean]>([
  ['as typed', 'French', 'French', true],
  ['spaces', '  after\t sales \n', 'after sales', true],
  ['right to left', ' עברית ', 'עברית', true],
  ['emoji', '❤️', '❤️', true],
  ['a sign', 'C++', 'C++', true],
  ['nothing', '', '', false],
  ['nothing to see', ' \u200b\u2060 ', '\u200b\u2060', false],
  ['half a character', '\ud83d', '', false],
  ['50', 'x'.repeat(50), 'x'.repeat(50), true],
  ['51', 'x'.repeat(51), 'x'.repeat(51), false],
])('a skill, %s', (_name, typed, stored, expected) => {
  expect(normaliseSkill(typed)).toBe(stored)
  expect(isSkill(stored)).toBe(expected)
})

test.each<[string, string[], string[]]>([
  ['none', [], []],
  ['in their order', ['b', 'a'], ['b', 'a']],
  ['the first spelling stays', ['Français', 'FRANCAIS', ' français '], ['Français']],
  ['different signs are different skills', ['C', 'C++', 'C#'], ['C', 'C++', 'C#']],
])('a list, %s', (_name, typed, stored) => {
  expect(normaliseSkills(typed)).toEqual(stored)
})

test.each<[string, string[], string[][], boolean]>([
  ['nothing needed', [], [[], []], true],
  ['nothing needed of somebody with skills', ['French'], [[]], true],
  ['all there, however written', ['polski', 'FRENCH', 'vip'], [['Polski'], ['french']], true],
  ['the queue’s only', ['Polski'], [['Polski'], ['French']], false],
  ['its own only', ['French'], [['Polski'], ['French']], false],
  ['half a word', ['Frenchman'], [['French']], false],
])('has all, %s', (_name, has, needed, expected) => {
  expect(hasSkills(skillSet(has), skillSet(...needed))).toBe(expected)
})

test.each<[string, number | null, number, boolean]>([
  ['a moment before', 60, minuteMs - 1, false],
  ['at the moment', 60, minuteMs, true],
  ['at once', 0, 0, true],
  ['before a clock was set back', 60, -minuteMs, false],
  ['never', null, 1e12, false],
])('relaxed %s', (_name, seconds, waited, expected) => {
  expect(areSkillsRelaxed(1000, seconds, 1000 + waited)).toBe(expected)
})

describe('pickOperator', () => {
  const one = (operatorId: string, isSkilled: boolean, facts: Partial<Candidate> = {}): Candidate => ({
    operatorId,
    isSkilled,
    hasLine: true,
    idleSince: operatorId.charCodeAt(0),
    load: 0,
    capacity: 4,
    lastOfferedAt: null,
    hasRoom: true,
    isAvailable: true,
    ...facts,
  })
  // The unskilled one would be first by the strategy.
  const [a, s, z] = [one('a', false), one('s', true), one('z', true)]
  const full = one('s', true, { hasRoom: false })
  const away = one('z', true, { isAvailable: false })
  type Choice = Omit<Parameters<typeof pickOperator>[0], 'strategy'>
  const tried = (...ids: string[]): ReadonlySet<string> => new Set(ids)
  test.each<[string, Choice, string | null]>([
    ['a skilled one first', { candidates: [a, s, z], tried: tried() }, 's'],
    ['also when relaxed', { candidates: [a, s, z], tried: tried(), skillsRelaxed: true }, 's'],
    ['nobody before the time', { candidates: [a], tried: tried() }, null],
    ['nobody before the time, whoever knows it', { candidates: [a], tried: tried(), preferredId: 'a' }, null],
    ['skilled ones full or away', { candidates: [a, full, away], tried: tried() }, null],
    ['those full or away, relaxed', { candidates: [a, full, away], tried: tried(), skillsRelaxed: true }, 'a'],
    ['the skilled one tried, not relaxed', { candidates: [a, s], tried: tried('s') }, null],
    ['the skilled one again before the time', { candidates: [a, s], tried: tried('s'), retryTried: true }, 's'],
    [
      'relaxed: an untried unskilled one before a tried skilled one',
      { candidates: [a, s], tried: tried('s'), retryTried: true, skillsRelaxed: true },
      'a',
    ],
    [
      'all tried and relaxed: the skilled one again',
      { candidates: [a, s], tried: tried('a', 's'), retryTried: true, skillsRelaxed: true },
      's',
    ],
    [
      'only the unskilled one is left of those tried',
      { candidates: [a, full], tried: tried('a', 's'), retryTried: true, skillsRelaxed: true },
      'a',
    ],
    ['all tried, none again', { candidates: [a, s], tried: tried('a', 's'), skillsRelaxed: true }, null],
    ['who knows it, of the skilled', { candidates: [a, s, z], tried: tried(), preferredId: 'z' }, 'z'],
    [
      'who knows it but lacks the skill comes after the skilled, also when relaxed',
      { candidates: [a, s], tried: tried(), preferredId: 'a', skillsRelaxed: true },
      's',
    ],
  ])('%s', (_name, choice, expected) => {
    expect(pickOperator({ strategy: 'longestIdle', ...choice })?.operatorId ?? null).toBe(expected)
  })

  const ids = ['a', 'b', 'c', 'd', 'e'] as const
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
        isSkilled: fc.boolean(),
        hasLine: fc.constant(true),
      }),
      { selector: (c) => c.operatorId },
    ),
    tried: fc.uniqueArray(fc.constantFrom(...ids)).map((list): ReadonlySet<string> => new Set(list)),
    preferredId: fc.option(fc.constantFrom(...ids)),
    retryTried: fc.boolean(),
    skillsRelaxed: fc.boolean(),
  })

  test('never an unskilled one before the time, a skilled one always first, somebody whenever one may', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const picked = pickOperator(choice)
        const able = choice.candidates.filter((c) => c.isAvailable && c.hasRoom)
        const isTried = (c: Candidate) => choice.tried.has(c.operatorId)
        const mayBe = able.filter((c) => (c.isSkilled || choice.skillsRelaxed) && (!isTried(c) || choice.retryTried))
        // Tried again is only who is left, and nobody unskilled goes before a skilled one of his kind.
        const fresh = mayBe.some((c) => !isTried(c)) ? mayBe.filter((c) => !isTried(c)) : mayBe
        const best: (Candidate | null)[] = fresh.some((c) => c.isSkilled) ? fresh.filter((c) => c.isSkilled) : fresh
        expect(best.length > 0 ? best : [null]).toContain(picked)
      }),
    )
  })
})
