import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimKinds, decideMatch, type FoundClaim } from './claims.ts'

const claim = (kind: (typeof claimKinds)[number], customerIds: string[], isProven = true): FoundClaim => ({
  claim: { kind, value: 'v', issuer: '', isProven },
  customerIds,
})
const known = (customerId: string) => ({ is: 'known', customerId })
const offered = (...customerIds: string[]) => ({ is: 'offered', customerIds })
const isNew = { is: 'new' }

test.each<[string, FoundClaim[], object]>([
  ['nothing claimed', [], isNew],
  ['an address of nobody', [claim('mail', [])], isNew],
  ['the address of one', [claim('mail', ['anna'])], known('anna')],
  ['an address of two', [claim('mail', ['anna', 'jan'])], offered('anna', 'jan')],
  ['a shared number', [claim('phone', ['jan', 'anna'])], offered('anna', 'jan')],
  ['a shared number, told apart by mail', [claim('phone', ['jan', 'anna']), claim('mail', ['jan'])], known('jan')],
  ['a shared number and a new address', [claim('phone', ['jan', 'anna']), claim('mail', [])], offered('anna', 'jan')],
  ['one’s mail and another’s phone', [claim('mail', ['anna']), claim('phone', ['ola'])], offered('anna', 'ola')],
  ['a known mail and a new phone', [claim('mail', ['jan']), claim('phone', [])], known('jan')],
  ['a typed address', [claim('mail', ['anna'], false)], offered('anna')],
  ['a typed address of nobody', [claim('mail', [], false)], isNew],
  ['a typed address beside a proven number', [claim('mail', ['anna'], false), claim('phone', ['jan'])], known('jan')],
  ['an unproven identity', [claim('signed', ['anna'], false)], offered('anna')],
  ['a signed identity that is known', [claim('signed', ['anna'])], known('anna')],
  ['signed, and the signed address is another’s', [claim('signed', ['anna']), claim('mail', ['jan'])], known('anna')],
  ['signed for the first time, with a known address', [claim('signed', []), claim('mail', ['jan'])], known('jan')],
  [
    'signed for the first time, with the address of one and the number of another',
    [claim('signed', []), claim('mail', ['jan']), claim('phone', ['ola'])],
    offered('jan', 'ola'),
  ],
  [
    'two tied ids of different people',
    [claim('signed', ['anna']), claim('messenger', ['jan'])],
    offered('anna', 'jan'),
  ],
  ['a messenger’s id', [claim('messenger', ['ola']), claim('phone', ['jan', 'ola'])], known('ola')],
])('%s', (_name, found, expected) => {
  expect(decideMatch(found)).toEqual(expected)
})

describe('whatever is claimed', () => {
  const anyFound: fc.Arbitrary<FoundClaim> = fc.record({
    claim: fc.record({
      kind: fc.constantFrom(...claimKinds),
      value: fc.constant('v'),
      issuer: fc.constant(''),
      isProven: fc.boolean(),
    }),
    customerIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  })
  const anyClaims = fc.array(anyFound, { maxLength: 5 })

  test('what is not proven makes nobody known, and changes nothing of who is', () => {
    const knownIn = (found: readonly FoundClaim[]) => {
      const decision = decideMatch(found)
      return decision.is === 'known' ? decision.customerId : null
    }
    fc.assert(
      fc.property(anyClaims, (found) => {
        expect(knownIn(found)).toBe(knownIn(found.filter(({ claim: { isProven } }) => isProven)))
      }),
    )
  })

  test('the order of the claims does not matter', () => {
    const shuffled = anyClaims.chain((found) =>
      fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
    )
    fc.assert(
      fc.property(shuffled, ([found, other]) => {
        expect(decideMatch(other)).toEqual(decideMatch(found))
      }),
    )
  })

  test('who is known or offered is one of those who were found', () => {
    fc.assert(
      fc.property(anyClaims, (found) => {
        const all = found.flatMap(({ customerIds }) => customerIds)
        const decision = decideMatch(found)
        const named =
          decision.is === 'known' ? [decision.customerId] : decision.is === 'offered' ? decision.customerIds : []
        expect(all).toEqual(expect.arrayContaining(named))
        expect(decision.is === 'new').toBe(all.length === 0)
      }),
    )
  })
})
