import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areNamesSimilar, duplicateReasons } from './duplicates.ts'

const of = (over: object) => ({ name: '', email: '', phone: null, companyId: null, ...over })

describe('names', () => {
  test.each([
    ['Elena Petrova', 'Petrova Elena', true, 'order'],
    ['Łukasz Żółty', 'lukasz zolty', true, 'marks and case'],
    ['Елена Ёлкина', 'елена елкина', true, 'ё'],
    ['Elena Petrova', 'Elena Petrva', true, 'a letter left out'],
    ['Elena Petrova', 'Elena Pertova', true, 'two letters swapped'],
    ['Elena Petrova', 'E. Petrova', true, 'an initial'],
    ['E. P.', 'Elena Petrova', false, 'initials alone'],
    ['Ana', 'Ada', false, 'too short for a slip'],
    ['Elena Petrova', 'Elena Ivanova', false, 'another family'],
    ['Elena', 'Elena Petrova', false, 'half a name'],
    ['', '', false, 'no name'],
  ])('%s and %s: %s (%s)', (a, b, isSimilar, _why) => {
    expect(areNamesSimilar(a, b)).toBe(isSimilar)
  })
})

describe('reasons', () => {
  test.each([
    [{ email: 'A@Example.com ' }, { email: 'a@example.com' }, ['email']],
    [{ phone: '+48601234567' }, { phone: '+48601234567' }, ['phone']],
    [{ name: 'Elena Petrova' }, { name: 'Elena Petrova' }, []],
    [{ name: 'Elena Petrova', companyId: 'k' }, { name: 'Petrova Elena', companyId: 'k' }, ['name']],
    [{ name: 'Elena Petrova', companyId: 'k' }, { name: 'Petrova Elena', companyId: 'l' }, []],
    [{}, {}, []],
    [{ phone: '' }, { phone: '' }, []],
  ])('%j and %j: %j', (a, b, reasons) => {
    expect(duplicateReasons(of(a), of(b))).toEqual(reasons)
  })

  test('are the same from both sides', () => {
    const person = fc.record({
      name: fc.constantFrom('Ana P', 'A. P', 'P Ana', 'Anna Petrova', 'A Petrova', 'A P', ''),
      email: fc.constantFrom('', 'a@x.org', 'A@x.org'),
      phone: fc.constantFrom(null, '', '+1'),
      companyId: fc.constantFrom(null, 'k'),
    })
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(duplicateReasons(a, b)).toEqual(duplicateReasons(b, a))
      }),
    )
  })
})
