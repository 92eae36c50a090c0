import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchTerms } from './search-terms.ts'
import { beginningsFor, wordsOf } from './words.ts'

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
  ['f97228b0', [{ wholes: [], parts: ['f97228b0'] }]],
  [
    'AB-12345',
    [
      { wholes: ['12345'], parts: ['12345'] },
      { wholes: [], parts: ['ab'] },
    ],
  ],
  ['12345.anna@x.pl', [{ wholes: ['12345.anna@x.pl'], parts: ['12345', 'anna', 'x', 'pl'] }]],
  ['anna.1234567@x.pl', [{ wholes: ['anna.1234567@x.pl'], parts: ['anna', '1234567', 'x', 'pl'] }]],
  [
    '601234567, Anna',
    [
      { wholes: ['601234567'], parts: ['601234567'] },
      { wholes: [], parts: ['anna'] },
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

test('whoever he is, he is found by his name, his address and his phone as they stand', () => {
  const part = fc.stringMatching(/^[ab0159 \-./()+]{1,12}$/u)
  fc.assert(
    fc.property(part, part, fc.stringMatching(/^[1-9][0-9]{5,11}$/u), (name, inAddress, phone) => {
      const email = `${inAddress.replaceAll(/[^a-z0-9.]/gu, '')}@shop7.pl`
      const words = wordsOf({ name, email, phone, companyName: '' })
      const has = (word: string) =>
        beginningsFor(word).some((beginning) => words.some((one) => one.startsWith(beginning)))
      for (const typed of [name, email, phone])
        for (const { wholes, parts } of searchTerms(typed))
          expect({ typed, isFound: wholes.some(has) || parts.every(has) }).toEqual({ typed, isFound: true })
    }),
    { numRuns: 2_000 },
  )
})

test('no word outgrows an index row', () => {
  const words = wordsOf({ name: 'ﷺ'.repeat(200), email: '', phone: '1'.repeat(50), companyName: '' })
  expect(Math.max(...words.map((word) => Buffer.byteLength(word)))).toBeLessThan(400)
})
