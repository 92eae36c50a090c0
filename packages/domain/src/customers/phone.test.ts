import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phoneDigits } from './phone.ts'

test.each([
  ['+48 123 456 789', '+48123456789'],
  ['0048 123-456-789', '+48123456789'],
  ['00 48 (123) 456 789', '+48123456789'],
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['0044 (0)20 7946 0018', '+442079460018'],
  ['(0)20 7946', '0207946'],
  ['123 456 789', '123456789'],
  ['022.123.45.67', '0221234567'],
  ['tel:+7-495-123-45-67', '+74951234567'],
  ['8 (495) 123-45-67 доб. 12', '84951234567'],
  ['+1 212 555 0100 ext. 7', '+12125550100'],
  ['+1 212 555 0100;ext=7', '+12125550100'],
  ['＋４８ １２３', '+48123'],
  ['no phone', ''],
  ['+', ''],
  ['00', ''],
  ['', ''],
])('%s → %s', (typed, normal) => {
  expect(phoneDigits(typed)).toBe(normal)
})

test('the normal form is digits, perhaps after a plus, and its own normal form', () => {
  const typed = fc.string({
    unit: fc.constantFrom('0', '00', '1', '2', '9', ' ', '+', '-', '(0)', '(', ')', '/', '.', 'x', ','),
    maxLength: 20,
  })
  fc.assert(
    fc.property(typed, (s) => {
      expect(phoneDigits(s)).toMatch(/^(\+?[0-9]+)?$/)
      expect(phoneDigits(phoneDigits(s))).toBe(phoneDigits(s))
    }),
    { numRuns: 1000 },
  )
})
