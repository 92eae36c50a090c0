import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountText, greatestAmount, isCurrency, minorDigits, parseAmount } from './currency.ts'
import { dealStagesProblem, defaultDealStages } from './deal-stages.ts'
import { canChangeFollowUp } from './may-change.ts'

test.each([
  ['EUR', true, 2],
  ['BGN', true, 2],
  ['JPY', true, 0],
  ['KWD', true, 3],
])('%s is a currency: %s, with %i digits', (code, is, digits) => {
  expect(isCurrency(code)).toBe(is)
  expect(minorDigits(code)).toBe(digits)
})
test.each(['', 'eur', 'EURO', 'ABC', '__proto__'])('%s is no currency', (code) => expect(isCurrency(code)).toBe(false))

describe('an amount as people type it', () => {
  test.each([
    ['1200', 'EUR', 120_000],
    ['1 200,50', 'EUR', 120_050],
    ['1\u00A0200,5', 'EUR', 120_050],
    ['1,200.50', 'EUR', 120_050],
    ['1.200,50', 'EUR', 120_050],
    ['1.200', 'EUR', 120_000],
    ['1,234,567', 'EUR', 123_456_700],
    ["1'200.00", 'CHF', 120_000],
    ['0.05', 'EUR', 5],
    ['1.234', 'KWD', 1_234],
    ['1200', 'JPY', 1_200],
    ['1200,5', 'JPY', null],
    ['12.345,678', 'EUR', null],
    ['1.2.3', 'EUR', null],
    ['12,34,567', 'EUR', null],
    ['-5', 'EUR', null],
    ['', 'EUR', null],
    ['five', 'EUR', null],
    ['1e9', 'EUR', null],
    ['99999999999999', 'EUR', null],
  ])('%s %s', (text, currency, expected) => expect(parseAmount(text, currency)).toBe(expected))

  test('is read back from what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: greatestAmount }), fc.constantFrom('EUR', 'JPY', 'KWD'), (amount, code) => {
        expect(parseAmount(amountText(amount, code), code)).toBe(amount)
      }),
    )
  })
})

describe('stages', () => {
  test('the first ones are sound', () => expect(dealStagesProblem(defaultDealStages)).toBeNull())
  test.each([
    ['two of one key', [...defaultDealStages, ...defaultDealStages.slice(0, 1)], 'two stages have one key'],
    ['none that is won', defaultDealStages.filter(({ key }) => key !== 'won'), 'no stage is won'],
    ['none', [], 'no stage is open'],
  ])('%s', (_, stages, problem) => expect(dealStagesProblem(stages)).toBe(problem))
})

test('owner and maker may change it, others with the right', () => {
  const who = (operatorId: string, ...rights: 'followUps.editAll'[]) => ({
    operatorId,
    permissions: new Set(rights),
    queueIds: new Set<string>(),
  })
  const owned = { ownerId: 'anna', createdById: 'boris' }
  expect(canChangeFollowUp(who('anna'), owned)).toBe(true)
  expect(canChangeFollowUp(who('boris'), owned)).toBe(true)
  expect(canChangeFollowUp(who('clara'), owned)).toBe(false)
  expect(canChangeFollowUp(who('clara', 'followUps.editAll'), owned)).toBe(true)
})
