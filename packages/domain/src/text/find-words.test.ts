import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWords, hasWords } from './find-words.ts'
import { searchWords } from './fold.ts'

test.each([
  ['Where is my order?', 'order', true],
  ['Where is my order?', 'ord whe', true],
  ['Where is my order?', 'rder', false],
  ['Где мой заказ? Всё ещё жду', 'все еще', true],
  ['Где мой ЗАКАЗ?', 'заказ', true],
  ['Zażółć gęślą jaźń, łódź', 'zazolc lodz', true],
  ['Къде е поръчката ми', 'поръчк', true],
  ['Whatever', '', false],
  ['Whatever', '?!', false],
])('%j looked through for %j: %s', (text, search, expected) => {
  expect(hasWords(text, searchWords(search))).toBe(expected)
})

test.each([
  ['My order, the Order', 'ord', ['ord', 'Ord']],
  ['Всё ещё жду', 'еще', ['ещё']],
  ['Zażółć', 'zazo', ['Zażó']],
  ['Straße 12', 'strass', ['Straß']],
  ['e\u0301tude', 'et', ['e\u0301t']],
  ['nothing here', 'xyz', []],
])('in %j the search %j marks %j', (text, search, expected) => {
  expect(findWords(text, searchWords(search)).map(([from, to]) => text.slice(from, to))).toEqual(expected)
})

test('what is found is marked, in order and without overlaps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
      const wanted = searchWords(search)
      const found = findWords(text, wanted)
      expect(hasWords(text, wanted) && found.length === 0).toBe(false)
      let end = 0
      for (const [from, to] of found) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
      }
    }),
  )
})
