import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, searchWords } from './fold.ts'

describe('foldText', () => {
  test.each([
    ['Żółć', 'zolc', 'Polish'],
    ['ŁÓDŹ', 'lodz', 'Polish capitals'],
    ['Ёлка', 'елка', 'ё is е'],
    ['Йод', 'иод', 'й on both sides alike'],
    ['Zażółć', 'Zażółć'.normalize('NFD'), 'decomposed text is the same'],
    ['Straße', 'STRASSE', 'sharp s'],
    ['İstanbul', 'ISTANBUL', 'the dot of the capital i'],
    ['ﬁn ２４', 'fin 24', 'ligature and full width'],
    ['ΟΔΟΣ', 'οδοσ', 'final sigma'],
    ['Ѝ', 'и', 'Bulgarian'],
  ])('%s matches %s (%s)', (a, b) => {
    expect(foldText(a)).toBe(foldText(b))
  })

  test.each([
    ['кот', 'код'],
    ['कि', 'की'],
  ])('%s and %s stay different', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })

  test('folding twice changes nothing more, and case never matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        expect(foldText(foldText(s))).toBe(foldText(s))
        expect(foldText(s.toLowerCase())).toBe(foldText(s))
      }),
    )
  })
})

describe('searchWords', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' … — ', []],
    ['Order #1024: nie działa!', ['order', '1024', 'nie', 'dziala']],
    ['anna@example.org', ['anna', 'example', 'org']],
    ['Нет, нет, НЕТ', ['нет']],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  test('the words of a text are found in the folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        for (const word of searchWords(s)) expect(foldText(s)).toContain(word)
      }),
    )
  })
})
