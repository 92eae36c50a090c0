import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, searchWords } from '../text/fold.ts'
import { searchReplies, type SearchedReply } from './search.ts'
import { foldShortcut, isShortcut, normaliseShortcut } from './shortcut.ts'

const reply = (shortcut: string, title: string, text: string, group = ''): SearchedReply => ({
  id: shortcut,
  shortcut,
  title,
  group,
  texts: { en: text },
})
const replies = [
  reply('repair', 'Repair or swap', 'We repair it or send a new one.', 'Service'),
  reply('refund', 'Refund steps', 'The money is back within 5 days.', 'Orders'),
  reply('return-label', 'Return label', 'Print the label.', 'Orders'),
  reply('zwrot', 'Zwrot pieniędzy', 'Żółty formularz'),
  reply('елка', 'Новогодняя доставка', 'Ёлка придёт к празднику'),
]
const found = (query: string): string[] => searchReplies(replies, query).map(({ id }) => id)

describe('search', () => {
  test.each<[string, string[]]>([
    ['re', ['refund', 'repair', 'return-label']],
    ['/ref', ['refund']],
    ['label', ['return-label']],
    ['return-l', ['return-label']],
    ['return print', ['return-label']],
    ['orders', ['refund', 'return-label']],
    ['zolty', ['zwrot']],
    ['PIENIEDZY', ['zwrot']],
    ['ёлка', ['елка']],
    ['nothing', []],
    ['', ['refund', 'repair', 'return-label', 'zwrot', 'елка']],
  ])('%s finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test('shortcut goes before title, title before words', () => {
    const three = [
      reply('a', 'x', 'label'),
      reply('b', 'Label', 'x'),
      reply('c-label', 'x', 'x'),
      reply('label', 'x', 'x'),
    ]
    expect(searchReplies(three, 'label').map(({ id }) => id)).toEqual(['label', 'c-label', 'b', 'a'])
  })

  test('the name of a variable is no word of the reply', () => {
    const one = reply('x', 'y', 'Hi {customer.name}, order {?order number}')
    expect(searchReplies([one], 'customer')).toEqual([])
    expect(searchReplies([one], 'order number')).toEqual([one])
  })

  test('what is found is what a plain scan finds', () => {
    const word = fc.constantFrom('order', 'Refund', 'zwrot', 'Żółw', 'ёлка', 'елка', 'a', 'ab', '5', '…')
    const words = fc.array(word, { maxLength: 3 }).map((list) => list.join(' '))
    const any = fc.array(fc.record({ shortcut: word, title: words, group: words, text: words }), { maxLength: 8 })
    fc.assert(
      fc.property(any, words, (made, query) => {
        const list = made.map(({ text, ...rest }, i) => ({ ...rest, id: String(i), texts: { en: text } }))
        const scan = list.filter((one) => {
          const all = searchWords([one.shortcut, one.title, one.group, one.texts.en].join(' '))
          return searchWords(query).every((part) => all.some((candidate) => candidate.startsWith(part)))
        })
        expect(
          searchReplies(list, query)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(scan.map(({ id }) => id).toSorted())
      }),
    )
  })
})

describe('shortcuts', () => {
  test.each([
    ['/refund', 'refund', true],
    [' //Zwrot-1 ', 'Zwrot-1', true],
    ['два_слова', 'два_слова', true],
    ['two words', 'two words', false],
    ['a/b', 'a/b', false],
    ['-', '-', false],
    ['', '', false],
    ['x'.repeat(41), 'x'.repeat(41), false],
  ])('%j is %j: %s', (typed, shortcut, isOne) => {
    expect(normaliseShortcut(typed)).toBe(shortcut)
    expect(isShortcut(shortcut)).toBe(isOne)
  })
  test('case and accents make no other shortcut', () => {
    expect(foldShortcut('/ZWRÓT')).toBe(foldText('zwrot'))
  })
})
