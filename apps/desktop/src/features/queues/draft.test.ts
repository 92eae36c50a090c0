import { expect, test } from 'vitest'
import { draftOf, untyped, wrongFields } from './draft.ts'

test('a new queue may be saved once it has a name', () => {
  const draft = draftOf(null)
  expect(wrongFields(draft)).toEqual(['name'])
  expect(wrongFields({ ...draft, name: 'Returns' })).toEqual([])
})

test('numbers as text, and back; empty is nothing where that means something', () => {
  const draft = { ...draftOf(null), name: 'Returns', offerSeconds: '45', relaxSkillsSeconds: '' }
  expect(untyped(draft)).toMatchObject({ name: 'Returns', offerSeconds: 45, relaxSkillsSeconds: null, memberIds: [] })
})

test.each([
  ['no number', { offerSeconds: 'soon' }, ['offerSeconds']],
  ['too short', { offerSeconds: '4' }, ['offerSeconds']],
  ['half a second', { maxWaitSeconds: '60.5' }, ['maxWaitSeconds']],
  ['empty where it may not be', { serviceLevelPercent: ' ' }, ['serviceLevelPercent']],
  ['a limit after which nothing happens', { overflowSeconds: '60' }, ['overflow']],
  ['something that happens after no limit', { overflowOffer: 'message' as const }, ['overflow']],
])('%s is said', (_name, part, expected) => {
  expect(wrongFields({ ...draftOf(null), name: 'Returns', ...part })).toEqual(expected)
})
