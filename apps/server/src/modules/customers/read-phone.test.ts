import { expect, test } from 'vitest'
import { otherDigits, readPhone, requirePhone, shownPhone } from './read-phone.ts'

test.each([
  ['+48 601 234 567', {}, '+48601234567', 'as it is'],
  ['0048 (601) 234-567', {}, '+48601234567', '00 for +'],
  ['tel:+48601234567', {}, '+48601234567', 'out of a link'],
  ['+44 (0)20 7946 0958', {}, '+442079460958', 'the bracketed zero'],
  ['+48 601 234 567 wew. 12', {}, '+48601234567', 'an extension'],
  ['＋48 601 234 567', {}, '+48601234567', 'full width'],
  ['601 234 567', { language: 'pl' }, '+48601234567', 'by language'],
  ['8 (912) 345-67-89', { language: 'ru' }, '+79123456789', 'Russian eight'],
  ['0888 123 456', { timeZone: 'Europe/Sofia', language: 'en' }, '+359888123456', 'by time zone'],
  ['601 234 567', { timeZone: 'Europe/Warsaw', language: 'bg' }, '+48601234567', 'the zone is surer'],
  ['601 234 567', {}, '601234567', 'no country known: as digits'],
  ['112', { language: 'pl' }, '112', 'short'],
  ['', {}, null, 'none'],
])('%s with %j is %s (%s)', (raw, hints, normal, _why) => {
  expect(readPhone(raw, hints)?.normal).toBe(normal)
})

test.each([
  ['ring me', 'words'],
  ['12', 'too short'],
  ['+48 12', 'too short for its country'],
  ['+999 123 456 789', 'no such country'],
  ['1234567890123456', 'too long'],
  ['+48 601 234 567 890 123', 'too long for its country'],
  ['601abc567', 'letters within'],
  ['()', 'signs alone'],
])('%s is none (%s)', (raw, _why) => {
  expect(readPhone(raw)).toBeNull()
  expect(() => requirePhone(raw, {})).toThrow(expect.objectContaining({ code: 'PHONE_INVALID' }))
})

test('the normal form of a normal form is itself', () => {
  expect(readPhone('+48601234567')).toEqual({ normal: '+48601234567', isInternational: true })
  expect(shownPhone('+48601234567')).toBe('+48 601 234 567')
  expect(shownPhone('601234567')).toBe('601234567')
})

test('a search also knows how a number is written at home', () => {
  expect(otherDigits('89123456789')).toContain('9123456789')
  expect(otherDigits('12345')).toEqual([])
})
