import { beforeEach, expect, test } from 'vitest'
import { asTyped, forgetColleagues, noteColleagues, useKnown, withMentions } from './known.ts'

const person = (id: string, label: string) => ({ id, name: label.replace(/ \(.*/, ''), label, hint: '' })
beforeEach(() => {
  useKnown.setState({ known: {} })
  noteColleagues('ac-1', [
    person('boris', 'Борис Петров'),
    person('anna', 'Anna'),
    person('anna-2', 'Anna Lis'),
    person('anna-3', 'Anna Lis (a.lis@example.com)'),
  ])
})

test.each([
  ['Ask @Борис Петров, now', 'Ask <@boris>, now'],
  ['@Anna', '<@anna>'],
  ['@Anna Lis and @Anna', '<@anna-2> and <@anna>'],
  ['(@Anna Lis (a.lis@example.com))', '(<@anna-3>)'],
  ['@Annabel, x@Anna, @anna', '@Annabel, x@Anna, @anna'],
  ['@Boris', '@Boris'],
  ['', ''],
])('%s is sent as %s', (typed, sent) => {
  expect(withMentions('ac-1', typed)).toBe(sent)
  expect(asTyped('ac-1', sent)).toBe(typed)
})

test('whoever is forgotten is a word from now on; a mention of somebody unknown is kept as it is', () => {
  forgetColleagues('ac-1', ['boris'])
  expect(withMentions('ac-1', '@Борис Петров')).toBe('@Борис Петров')
  expect(withMentions('ac-2', '@Anna')).toBe('@Anna')
  expect(asTyped('ac-1', '<@boris> <@anna>')).toBe('<@boris> @Anna')
})
