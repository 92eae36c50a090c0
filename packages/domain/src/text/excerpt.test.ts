import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { findWords } from './find-words.ts'
import { searchWords } from './fold.ts'

const cut = (text: string, search: string, most: number): string => {
  const { text: shown, marks } = excerptOf(text, findWords(text, searchWords(search)), most)
  return marks.reduceRight(
    (done, [from, to]) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`,
    shown,
  )
}

test.each([
  ['Where is my order?', 'ord', 80, 'Where is my [ord]er?'],
  ['Всё ещё жду посылку', 'еще', 12, 'Всё [ещё] жду…'],
  [`${'word '.repeat(20)}łódź here`, 'lodz', 60, '…word word word word word [łódź] here'],
  ['x'.repeat(100), 'xxx', 10, '[xxx]xxxxxxx…'],
  ['ab😀cd', 'ab', 3, '[ab]…'],
  ['nothing of it', 'zzz', 7, 'nothing…'],
])('%j searched for %j within %i: %j', (text, search, most, shown) => {
  expect(cut(text, search, most)).toBe(shown)
})

test('marks stay on what was found, the text whole and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme' }), (text, search) => {
      fc.pre(text.isWellFormed())
      const marks = findWords(text, searchWords(search))
      const excerpt = excerptOf(text, marks, 80)
      expect(excerpt.text.isWellFormed()).toBe(true)
      expect(excerpt.text.length).toBeLessThanOrEqual(82)
      for (const [i, [from, to]] of excerpt.marks.entries()) {
        const [start = 0, end = 0] = marks[i] ?? []
        expect(text.slice(start, end).startsWith(excerpt.text.slice(from, to))).toBe(true)
      }
    }),
  )
})
