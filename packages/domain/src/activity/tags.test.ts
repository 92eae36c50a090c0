import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../text/fold.ts'
import { limits } from '../text/limits.ts'
import { addTag, normaliseTag } from './tags.ts'

const full = Array.from({ length: limits.tagsPerActivity }, (_, i) => `tag ${i}`)

describe('addTag', () => {
  test.each([
    ['first', [], ' late  delivery ', { tags: ['late delivery'] }],
    ['goes to the end', ['b'], 'a', { tags: ['b', 'a'] }],
    ['exactly 50 characters', [], 'x'.repeat(50), { tags: ['x'.repeat(50)] }],
    ['empty', [], ' \n ', { problem: 'EMPTY' }],
    ['nothing visible', [], '\u200B\u0301', { problem: 'EMPTY' }],
    ['51 characters', [], 'x'.repeat(51), { problem: 'TOO_LONG' }],
    ['there already', ['zwrot'], 'zwrot', { problem: 'DUPLICATE' }],
    ['there in other case and accents', ['Żółty'], 'zolty', { problem: 'DUPLICATE' }],
    ['a 51st', full, 'one more', { problem: 'TOO_MANY' }],
    ['a duplicate in a full list', full, 'TAG 7', { problem: 'DUPLICATE' }],
  ])('%s', (_name, tags, tag, expected) => {
    expect(addTag(tags, tag)).toEqual(expected)
  })

  test('however tags are added, all stay within the limits and different', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 80 }), (typed) => {
        let tags: readonly string[] = []
        for (const tag of typed) {
          const result = addTag(tags, tag)
          if ('tags' in result) tags = result.tags
        }
        expect(tags.length).toBeLessThanOrEqual(limits.tagsPerActivity)
        expect(new Set(tags.map(foldText)).size).toBe(tags.length)
        for (const tag of tags) expect(tag.length).toBeLessThanOrEqual(limits.tag)
        for (const tag of tags) expect(normaliseTag(tag)).toBe(tag)
      }),
    )
  })
})
