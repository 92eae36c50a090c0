import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeTitleLength, titleFromText } from './title.ts'

describe('titleFromText', () => {
  const words = 'The delivery has not arrived and nobody answers the phone since Monday morning at all'
  test.each([
    ['short', 'Where is my order?', 'Where is my order?'],
    ['several lines', ' Hello,\r\n\n\twhere  is it? ', 'Hello, where is it?'],
    ['cut at a word', words, 'The delivery has not arrived and nobody answers the phone since Monday morning…'],
    ['no comma before the ellipsis', `${'a'.repeat(60)}, ${'b'.repeat(60)}`, `${'a'.repeat(60)}…`],
    ['exactly 80', 'x'.repeat(80), 'x'.repeat(80)],
    ['one endless word', 'x'.repeat(200), `${'x'.repeat(79)}…`],
    ['an emoji at the cut', `${'x'.repeat(78)}😀😀😀`, `${'x'.repeat(78)}…`],
    ['a word that ends at 79', `${'x'.repeat(79)} yes`, `${'x'.repeat(79)}…`],
    ['only an emoji', '👍🏽', '👍🏽'],
  ])('%s', (_name, text, title) => {
    expect(titleFromText(text)).toBe(title)
  })

  test.each([[''], [' \n\t '], ['\u200B\uFEFF'], ['\uD800']])('nothing visible gives the fallback (%j)', (text) => {
    expect(titleFromText(text)).toBe('…')
    expect(titleFromText(text, 'Chat of 28 March')).toBe('Chat of 28 March')
  })

  test('is one line of 1 to 80 characters and well formed for any text', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('word', 'é', ' ', ', ', '\r\n', '\u2028', '😀', '\uD800', '\u200B', '\0'),
      maxLength: 100,
    })
    fc.assert(
      fc.property(anyText, (text) => {
        const title = titleFromText(text)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(madeTitleLength)
        expect(title).not.toMatch(/[\n\r\u2028\u2029]/u)
        expect(title.isWellFormed()).toBe(true)
        expect(title.trim()).toBe(title)
      }),
    )
  })
})
