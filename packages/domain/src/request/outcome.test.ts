import { expect, test } from 'vitest'
import { canCloseWith, defaultOutcomes, systemOutcome } from './outcome.ts'

test.each([
  ['solved', true, true],
  ['solved', false, true],
  ['spam', true, true],
  ['noActivity', true, false],
  ['noActivity', false, true],
  ['forgotten', true, false],
  ['forgotten', false, false],
])('close with %s, by a person %s: %s', (key, byPerson, expected) => {
  expect(canCloseWith(defaultOutcomes, key, byPerson)).toBe(expected)
})

test('auto-close works for a type whose list lacks its outcome; a person cannot add it there', () => {
  expect(canCloseWith([], systemOutcome, false)).toBe(true)
  expect(canCloseWith([{ key: systemOutcome, isSystem: false }], systemOutcome, true)).toBe(false)
})

test('the default outcomes have different keys and names in every language', () => {
  expect(new Set(defaultOutcomes.map((outcome) => outcome.key)).size).toBe(defaultOutcomes.length)
  for (const language of ['en', 'ru', 'pl', 'bg'] as const) {
    const names = defaultOutcomes.map((outcome) => outcome.name[language])
    expect(new Set(names).size).toBe(defaultOutcomes.length)
  }
})
