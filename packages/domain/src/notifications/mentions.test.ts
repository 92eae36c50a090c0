import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, mentionOf, mentionPieces, replaceMentions } from './mentions.ts'

test.each<[string, string[]]>([
  ['Ask <@op-anna>, please', ['op-anna']],
  ['<@a><@b> and <@a> again', ['a', 'b']],
  ['mail@example.com, @Anna, <@>, <@ a>, <b>', []],
  ['', []],
])('%j mentions %j', (text, ids) => {
  expect(mentionedIn(text)).toEqual(ids)
})

test('pieces put together are the comment again, whatever it says', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('<@anna>', '<@boris>', '<@', '>'))
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('')
      const pieces = mentionPieces(text)
      expect(pieces.map((piece) => ('id' in piece ? mentionOf(piece.id) : piece.text)).join('')).toBe(text)
      expect([...new Set(pieces.flatMap((piece) => ('id' in piece ? piece.id : [])))]).toEqual(mentionedIn(text))
    }),
  )
})

test('mentions are replaced by names', () => {
  expect(replaceMentions('<@a> and <@b>', (id) => `@${id.toUpperCase()}`)).toBe('@A and @B')
})
