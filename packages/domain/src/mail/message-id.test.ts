import { expect, test } from 'vitest'
import { messageIdOf, messageIdsIn } from './message-id.ts'

test.each([
  ['<a@x> <b@x>\r\n\t<a@x>', ['<a@x>', '<b@x>']],
  ['a@x, b@x', ['<a@x>', '<b@x>']],
  ['Your message of "Sun, 25 Oct" <c@x>', ['<c@x>']],
  ['<a <b@x>', ['<b@x>']],
  ['<a@\r\n x>', ['<a@x>']],
  ['<>', []],
  ['<a@x', ['<a@x>']],
  ['Sunday', []],
  [`<${'a'.repeat(1_000)}@x>`, []],
  ['', []],
])('%j has %j', (value, ids) => expect(messageIdsIn(value)).toEqual(ids))

const hash = (text: string): string => `h${text.length}`
const mail = { messageId: null, from: 'A@x.example', date: 5, body: 'Hello\r\n' }

test('its own id, else one of sender, date and body that is the same by whatever way it came (rule 33)', () => {
  expect(messageIdOf({ ...mail, messageId: ' <a@x> ' }, hash)).toBe('<a@x>')
  const made = messageIdOf(mail, (text) => text.replaceAll('\n', '/'))
  expect(made).toBe('<a@x.example/5/Hello@made.invalid>')
  expect(
    messageIdOf({ ...mail, from: ' a@X.example', body: '\nHello\n\n' }, (text) => text.replaceAll('\n', '/')),
  ).toBe(made)
  expect(messageIdOf({ ...mail, messageId: 'nonsense', date: null }, hash)).toBe('<h18@made.invalid>')
})
