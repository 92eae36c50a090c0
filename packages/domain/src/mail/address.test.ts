import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesIn, cleanDisplayName, isMailAddress } from './address.ts'

test.each([
  ['a@b', true],
  ['иван@почта.рф', true],
  ['a', false],
  ['@b', false],
  ['a@', false],
  ['a@b@c', false],
  [`${'a'.repeat(250)}@b.example`, false],
])('%s: %s', (address, is) => expect(isMailAddress(address)).toBe(is))

test.each([
  ['<A@Example.org>', ['a@example.org']],
  ['rfc822; a@example.org', ['a@example.org']],
  ['"Doe, J" <j@x.example>, k@x.example (K) , j@x.example', ['j@x.example', 'k@x.example']],
  ['undisclosed-recipients:;', []],
  ['', []],
])('in %s', (value, addresses) => expect(addressesIn(value)).toEqual(addresses))

test.each([
  ['"Anna  Nowak"', 'Anna Nowak'],
  [" 'Anna' ", 'Anna'],
  ["Mairéad O'Brien", "Mairéad O'Brien"],
  ['Anna\r\nBcc: x', 'Anna Bcc: x'],
  // Shown from right to left it would read as another name.
  ['\u202egnp.exe\u202c Anna', 'gnp.exe Anna'],
  ['boss@bank.example', ''],
  ['"boss@bank.example" via Shop', ''],
  ['x'.repeat(300), 'x'.repeat(200)],
  ['', ''],
])('the name %j is shown as %j', (name, shown) => expect(cleanDisplayName(name)).toBe(shown))

test('long input takes no longer than it is', () => {
  const long = `${'a'.repeat(200_000)} ${'<'.repeat(200_000)} ${'@'.repeat(200_000)}`
  const start = Date.now()
  addressesIn(long)
  cleanDisplayName(long)
  expect(Date.now() - start).toBeLessThan(1_000)
})

test('a name is always one line and fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
      const shown = cleanDisplayName(name)
      expect(shown.length).toBeLessThanOrEqual(200)
      expect(shown).not.toMatch(/[\r\n\u202e]/u)
    }),
  )
})
