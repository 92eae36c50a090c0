import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from './cut.ts'

test.each([
  ['short', 'abc', 3, 'abc'],
  ['long', 'abcd', 3, 'abc'],
  ['an emoji that fits', 'a😀b', 3, 'a😀'],
  ['an emoji in two', 'ab😀', 3, 'ab'],
])('%s', (_, text, most, kept) => {
  expect(cutText(text, most)).toBe(kept)
})

test('what is cut from whole characters is whole, a beginning, and as long as it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
      const cut = cutText(text, most)
      expect(cut.isWellFormed()).toBe(true)
      expect(text.startsWith(cut)).toBe(true)
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1)
      expect(cut.length).toBeLessThanOrEqual(most)
    }),
  )
})
