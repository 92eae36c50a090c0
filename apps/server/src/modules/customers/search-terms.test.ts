import { expect, test } from 'vitest'
import { searchTerms } from './search-terms.ts'
import { wordsOf } from './words.ts'

test.each([
  ['', []],
  ['  Łukasz  ', [{ wholes: [], parts: ['lukasz'] }]],
  ["O'Brien", [{ wholes: [], parts: ['o', 'brien'] }]],
  ['Anna@Example.com', [{ wholes: ['anna@example.com'], parts: ['anna', 'example', 'com'] }]],
  ['+48 601-234 567', [{ wholes: ['48601234567', '601234567'], parts: ['48', '601', '234', '567'] }]],
  ['(0601) 234 567', [{ wholes: ['601234567'], parts: ['0601', '234', '567'] }]],
  [
    'Cafe 24',
    [
      { wholes: [], parts: ['cafe'] },
      { wholes: [], parts: ['24'] },
    ],
  ],
  ['%_*', []],
])('%j is searched as %j', (typed, terms) => {
  expect(searchTerms(typed)).toEqual(terms)
})

test('more than ten words do not make more than ten look-ups', () => {
  expect(searchTerms('a b c d e f g h i j k l m')).toHaveLength(10)
})

test('a customer is found by the words of all he has', () => {
  const words = wordsOf({ name: 'Łucja Kot', email: 'L.Kot@x.pl', phone: '+48 601 234', companyName: 'Kot & Co' })
  const whole = ['lucja', 'kot', 'l.kot@x.pl', 'l', 'x', 'pl', '48601234', '8601234', '601234', 'co']
  expect(words.toSorted()).toEqual([...whole, '…ucja', '…cja'].toSorted())
  expect(wordsOf({ name: '', email: '', phone: '', companyName: '' })).toEqual([])
})

test('no word outgrows an index row', () => {
  const words = wordsOf({ name: 'ﷺ'.repeat(200), email: '', phone: '1'.repeat(50), companyName: '' })
  expect(Math.max(...words.map((word) => Buffer.byteLength(word)))).toBeLessThan(400)
})
