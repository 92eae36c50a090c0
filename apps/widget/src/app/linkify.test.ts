import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkify } from './linkify.ts'

const links = (text: string): string[] => linkify(text).flatMap((piece) => piece.href ?? [])

it.each([
  ['see https://a.example/x?y=1.', ['https://a.example/x?y=1']],
  ['(https://a.example/x_(y))', ['https://a.example/x_(y)']],
  ['www.a.example, info@a.example!', ['https://www.a.example', 'mailto:info@a.example']],
  ['mailto:a@b.example', ['mailto:a@b.example']],
  ['javascript:alert(1) data:text/html,x file:///etc', []],
  ['<a href="https://a.example">x</a>', ['https://a.example']],
  ['http://', []],
])('finds the links of %s', (text, expected) => {
  expect(links(text)).toEqual(expected)
})

it('never changes the text and never makes another kind of link', () => {
  const parts = fc.constantFrom(
    'https://',
    'http://',
    'javascript:',
    'mailto:',
    'www.',
    '@',
    '.',
    '(',
    ')',
    '<',
    '"',
    'a',
    'é',
    ' ',
    '\n',
    '🙂',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
      const text = all.join('')
      expect(
        linkify(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
      for (const href of links(text)) expect(href).toMatch(/^(https?|mailto):/i)
    }),
  )
})
