import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldEmail } from './email.ts'

test.each([
  [' Anna.Nowak@Example.ORG ', 'anna.nowak@example.org'],
  ['ИВАН@пример.рф', 'иван@пример.рф'],
  ['zoë@example.org'.normalize('NFD'), 'zoë@example.org'.normalize('NFC')],
  ['', ''],
])('%s → %s', (typed, folded) => {
  expect(foldEmail(typed)).toBe(folded)
})

test('an accent makes another address', () => {
  expect(foldEmail('zoë@example.org')).not.toBe(foldEmail('zoe@example.org'))
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (s) => {
      expect(foldEmail(foldEmail(s))).toBe(foldEmail(s))
    }),
  )
})
