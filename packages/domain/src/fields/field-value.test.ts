import { describe, expect, test } from 'vitest'
import { attributeProblem, isAnswered, longestAttribute, longestLongAttribute, normalAttribute } from './field-value.ts'

const options = [
  { key: 'a', name: 'A' },
  { key: 'b', name: 'B' },
]
describe('a value of an own field', () => {
  test.each([
    ['text', 'hello', null],
    ['text', 5, 'kind'],
    ['text', 'x'.repeat(longestAttribute + 1), 'tooLong'],
    ['longText', 'x'.repeat(longestAttribute + 1), null],
    ['longText', 'x'.repeat(longestLongAttribute + 1), 'tooLong'],
    ['person', 'operator-anna', null],
    ['person', true, 'kind'],
    ['number', 1.5, null],
    ['number', Number.NaN, 'kind'],
    ['number', '1', 'kind'],
    ['date', '2026-02-28', null],
    ['date', '2026-02-30', 'kind'],
    ['date', '26-2-3', 'kind'],
    ['choice', 'a', null],
    ['choice', 'z', 'option'],
    ['choices', ['a', 'b'], null],
    ['choices', ['a', 'z'], 'option'],
    ['choices', 'a', 'kind'],
    ['yesNo', false, null],
    ['yesNo', 'yes', 'kind'],
    ['yesNo', null, null],
  ] as const)('%s %j: %s', (kind, value, problem) => {
    expect(attributeProblem({ kind, options }, value as never)).toBe(problem)
  })
})

test.each([
  ['text', '  ', null],
  ['text', ' a ', 'a'],
  ['choices', ['b', 'a', 'b'], ['a', 'b']],
  ['choices', [], null],
  ['yesNo', false, false],
] as const)('%s %j is kept as %j', (kind, value, kept) => {
  expect(normalAttribute({ kind, options }, value as never)).toEqual(kept)
})

test.each([
  ['text', 'a', true],
  ['text', '  ', false],
  ['text', undefined, false],
  ['yesNo', false, true],
  ['choice', 'a', true],
  ['choice', 'removed', false],
  ['choices', ['a', 'removed'], true],
  ['choices', ['removed'], false],
  ['number', 0, true],
] as const)('%s %j is an answer: %s', (kind, value, expected) => {
  expect(isAnswered({ kind, options }, value as never)).toBe(expected)
})
