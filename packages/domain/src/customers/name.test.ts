import { expect, test } from 'vitest'
import { initials, shownName, splitFullName } from './name.ts'

test.each([
  [{ name: 'Anna Nowak', email: 'a@example.org', phone: '1' }, 'Anna Nowak'],
  [{ name: '  ', email: 'a@example.org', phone: '1' }, 'a@example.org'],
  [{ name: null, email: null, phone: '+48 600' }, '+48 600'],
  [{ name: null, email: '', phone: ' ' }, 'Unknown customer'],
  [{}, 'Unknown customer'],
])('%j is shown as %s', (customer, expected) => {
  expect(shownName(customer, 'Unknown customer')).toBe(expected)
})

test.each([
  ['Anna Nowak', 'Anna', 'Nowak'],
  ['  Juan  Carlos   de la  Cruz ', 'Juan Carlos de la', 'Cruz'],
  ['Мария Иванова', 'Мария', 'Иванова'],
  ['Cher', 'Cher', ''],
  [' ', '', ''],
])('%s → %s | %s', (full, firstName, familyName) => {
  expect(splitFullName(full)).toEqual({ firstName, familyName })
})

test.each([
  ['Anna Nowak', 'AN'],
  ['anna maria nowak', 'AN'],
  ['Мария Ёлкина', 'МЁ'],
  ['łukasz', 'Ł'],
  ['(Anna) "Nowak"', 'AN'],
  ['李 小龍', '李小'],
  ['anna@example.org', 'A'],
  ['+48 600', '46'],
  ['Ö'.normalize('NFD'), 'Ö'.normalize('NFC')],
  ['ß', 'ß'],
  ['… 🎉', '?'],
  ['', '?'],
])('initials of %s: %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
