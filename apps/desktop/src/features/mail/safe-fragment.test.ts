import { expect, test } from 'vitest'
import { htmlOf } from './letter.ts'
import { isSafeLink, toSend } from './safe-fragment.ts'

test.each([
  ['https://shop.example', true],
  ['mailto:elena@x.example', true],
  ['tel:+48601234567', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//evil.example', false],
  ['/api/me', false],
])('a link to %s: %s', (url, isSafe) => {
  expect(isSafeLink(url)).toBe(isSafe)
})

test('pictures that are sent name their files; others do not go', () => {
  const html = '<div>Look <img src="/api/files/01abc" alt="a"><img src="https://evil.example/x.png"></div>'
  expect(toSend(html)).toEqual({ html: '<div>Look <img src="cid:01abc" alt="a"></div>', pictureIds: ['01abc'] })
})

test('words of a plain draft become lines, and nothing of them markup', () => {
  expect(htmlOf('a <b>\n\nc & d')).toBe('<div>a &lt;b&gt;</div><div><br></div><div>c &amp; d</div>')
})
