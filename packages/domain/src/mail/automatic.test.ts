import { describe, expect, test } from 'vitest'
import { isAutomatic, isDeliveryReport, type AutomaticReason } from './automatic.ts'

const headers = (of: Record<string, string>) =>
  new Map(Object.entries({ from: 'anna@example.org', ...of }).map(([name, value]) => [name, [value]]))

test.each<[Record<string, string>, AutomaticReason | null]>([
  [{}, null],
  [{ 'auto-submitted': 'no' }, null],
  [{ 'auto-submitted': 'No; x=1' }, null],
  [{ 'auto-submitted': 'auto-replied (vacation)' }, 'auto-submitted'],
  [{ 'auto-submitted': 'Auto-Generated' }, 'auto-submitted'],
  [{ 'auto-submitted': '' }, null],
  [{ precedence: 'bulk' }, 'precedence'],
  [{ precedence: 'Junk' }, 'precedence'],
  [{ precedence: 'list' }, 'precedence'],
  [{ precedence: 'auto_reply' }, 'precedence'],
  [{ precedence: 'first-class' }, null],
  [{ 'x-autoreply': 'yes' }, 'auto-reply'],
  [{ 'x-autoreply': 'no' }, null],
  [{ 'x-autorespond': '' }, 'auto-reply'],
  [{ 'x-auto-response-suppress': 'All' }, 'suppress'],
  [{ 'x-auto-response-suppress': 'DR, OOF, AutoReply' }, 'suppress'],
  [{ 'x-auto-response-suppress': 'DR, RN, NRN' }, null],
  [{ 'x-auto-response-suppress': 'None' }, null],
  [{ 'list-id': '<coffee.example>' }, 'list'],
  [{ 'list-unsubscribe': '<https://x.example/u>' }, 'list'],
  [{ 'return-path': '<>' }, 'no-return-path'],
  [{ 'return-path': '<anna@example.org>' }, null],
  [{ from: 'MAILER-DAEMON@x.example' }, 'machine-sender'],
  [{ from: 'Admin <postmaster@x.example>' }, 'machine-sender'],
  [{ from: 'no-reply@x.example' }, 'machine-sender'],
  [{ from: 'orders.noreply@x.example' }, 'machine-sender'],
  [{ from: 'DoNotReply@x.example' }, 'machine-sender'],
  [{ from: 'noreply+7@x.example' }, 'machine-sender'],
  [{ from: 'noreply@x.example', 'reply-to': 'Eva <eva@lang.example>' }, null],
  [{ from: 'noreply@x.example', 'reply-to': 'no-reply@x.example' }, 'machine-sender'],
  [{ from: 'reply@x.example' }, null],
  [{ from: 'nora.eply@x.example' }, null],
  [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }, 'delivery-report'],
  [{ 'content-type': 'multipart/report;\r\n report-type="disposition-notification"' }, 'read-receipt'],
  [{ 'content-type': 'multipart/report; report-type=feedback-report' }, 'report'],
  [{ 'content-type': 'multipart/report' }, 'report'],
  [{ 'content-type': 'multipart/mixed' }, null],
  [{ 'x-failed-recipients': 'a@b' }, 'delivery-report'],
])('%j: %s', (of, reason) => expect(isAutomatic(headers(of), { from: null })).toBe(reason))

describe('the envelope', () => {
  test.each([
    ['', 'no-return-path'],
    ['<>', 'no-return-path'],
    ['anna@example.org', null],
    [null, null],
  ])('from %j: %s', (from, reason) => expect(isAutomatic(headers({}), { from })).toBe(reason))
})

test('a daemon that says nothing of its kind reports a delivery, if it wants no answer', () => {
  const of = headers({ from: 'MAILER-DAEMON@x.example' })
  expect(isDeliveryReport(of, { from: '' })).toBe(true)
  expect(isDeliveryReport(of, { from: null })).toBe(false)
  expect(isDeliveryReport(headers({}), { from: '' })).toBe(false)
})
