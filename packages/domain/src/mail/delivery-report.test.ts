import { expect, test } from 'vitest'
import { messageIdInCopy, readDeliveryStatus, readPlainReport } from './delivery-report.ts'

const group = (of: string) => `Reporting-MTA: dns; mx.example\n\n${of}`

test.each([
  [group('Final-Recipient: rfc822; A@x.example\nAction: failed\nStatus: 5.1.1'), 'a@x.example', 'failed', '5.1.1'],
  [
    group('Final-Recipient: rfc822;b@y\nOriginal-Recipient: rfc822;a@x.example\nAction: delayed\nStatus: 4.0.0 (x)'),
    'a@x.example',
    'delayed',
    '4.0.0',
  ],
  [group('Final-Recipient: rfc822;\r\n a@x.example\r\nAction: Delivered (to list)'), 'a@x.example', 'delivered', null],
])('%j', (text, address, action, status) => {
  expect(readDeliveryStatus(text)).toEqual([{ address, action, status }])
})

test('several recipients, and groups that say nothing', () => {
  const one = (name: string) => `Final-Recipient: rfc822; ${name}@x.example\r\nAction: failed\r\nStatus: 5.0.0\r\n`
  const text = `${group(one('a'))}\r\n${one('b')}\r\nAction: failed\r\n\r\nFinal-Recipient: rfc822; c@x.example\r\nAction: odd`
  expect(readDeliveryStatus(text).map(({ address }) => address)).toEqual(['a@x.example', 'b@x.example'])
  expect(readDeliveryStatus('')).toEqual([])
})

test.each([
  ['From: a\r\nMessage-ID: <a@x>\r\n', '<a@x>'],
  ['> Message-Id:\n <a@x>\n', '<a@x>'],
  ['Subject: Message-ID: <a@x>\n', null],
])('%j is a copy of %s', (copy, id) => expect(messageIdInCopy(copy)).toBe(id))

test('of a text without parts the addresses above the copy', () => {
  const text =
    'Sorry.\n\n<a@x.example>:\n550 5.1.1 unknown\n\n--- Below this line is a copy of the message.\n\nTo: b@y.example\nMessage-ID: <m@x>\n'
  const failed = { action: 'failed', status: '5.1.1' }
  expect(readPlainReport(text, '', 'failure notice')).toEqual({
    recipients: [{ address: 'a@x.example', ...failed }],
    originalMessageId: '<m@x>',
  })
  expect(readPlainReport('late', 'c@z.example', 'Warning: message delayed').recipients).toEqual([
    { address: 'c@z.example', action: 'delayed', status: null },
  ])
})
