import type { CallDetails } from '@care/contract'
import type { PhoneCallState } from '@care/client/softphone'
import { describe, expect, test } from 'vitest'
import { aLeg } from '../../../shared/testing/phone-leg.ts'
import { consultLegOf, isSameNumber, legOf, lineOfLeg, ringsForMe } from './line-state.ts'

const aTalk = (part: Partial<PhoneCallState> = {}): PhoneCallState =>
  aLeg({ phase: 'talking', wasAnswered: true, ...part })
const seatOf = (side: 'operator' | 'consult') => ({ side, seatId: null, tabId: null, isMuted: false, isLost: false })
const phone = {
  callId: 'sip-1',
  number: '+48600100200',
  operatorLine: 'anna',
  consultLine: null as string | null,
  isToDial: false,
}
const aCall = (part: Partial<Pick<CallDetails, 'mySeat' | 'phone' | 'state'>> = {}): CallDetails =>
  ({ id: 'call', state: 'active', mySeat: seatOf('operator'), phone, ...part }) as CallDetails

test.each([
  ['+48600100200', '600 100 200', true],
  ['48600100200', '+48 600 100 200', true],
  ['+48600100200', '+48600100201', false],
  ['anna', 'anna', true],
  ['anna', 'boris', false],
  ['100', '200100', false],
])('%s and %s are one number: %s', (a, b, isSame) => {
  expect(isSameNumber(a, b)).toBe(isSame)
})

describe('the line’s side of one’s call', () => {
  test('has the exchange’s name for it, or is what this window has dialled', () => {
    expect(legOf(aCall(), [aTalk()], undefined)?.id).toBe('sip-1')
    const unnamed = aCall({ phone: { ...phone, callId: null } })
    const out = aTalk({ id: 'sip-9', direction: 'out', phase: 'calling', wasAnswered: false })
    expect(legOf(unnamed, [out], 'sip-9')?.id).toBe('sip-9')
    expect(legOf(unnamed, [out], undefined)).toBeNull()
  })
  test('goes on with another name after a hand-over, until the exchange has told it', () => {
    expect(legOf(aCall(), [aTalk({ id: 'sip-2' })], undefined)?.id).toBe('sip-2')
    expect(legOf(aCall(), [aTalk({ id: 'sip-2', number: '+48600100299' })], undefined)).toBeNull()
  })
  test('is the talk with who asks, for a colleague', () => {
    const asked = aCall({ mySeat: seatOf('consult') })
    expect(legOf(asked, [aTalk({ id: 'sip-3', number: 'anna' })], undefined)?.id).toBe('sip-3')
    expect(legOf(asked, [aTalk()], undefined)).toBeNull()
  })
  test('is none when it is over, or one has no seat', () => {
    expect(legOf(aCall(), [aTalk({ phase: 'ended' })], undefined)).toBeNull()
    expect(legOf(aCall({ mySeat: null }), [aTalk()], undefined)).toBeNull()
  })
  test('the colleague who is asked is heard by his line', () => {
    const asking = aCall({ phone: { ...phone, consultLine: 'boris' } })
    const legs = [aTalk({ phase: 'held' }), aTalk({ id: 'sip-4', direction: 'out', number: 'boris' })]
    expect(consultLegOf(asking, legs)?.id).toBe('sip-4')
    expect(consultLegOf(aCall(), legs)).toBeNull()
  })
})

describe('what rings for a call that was accepted', () => {
  const ringing = (part: Partial<PhoneCallState>): PhoneCallState =>
    aTalk({ phase: 'ringing', wasAnswered: false, ...part })

  test('is its own call, whoever else rings', () => {
    const other = ringing({ id: 'sip-7', number: '+48600100299' })
    expect(ringsForMe(aCall(), [other, ringing({})])?.id).toBe('sip-1')
    expect(ringsForMe(aCall(), [other])).toBeNull()
  })
  test('is its customer’s next call after a hand-over, but not a second call of his', () => {
    expect(ringsForMe(aCall(), [ringing({ id: 'sip-2' })])?.id).toBe('sip-2')
    expect(ringsForMe(aCall(), [aTalk(), ringing({ id: 'sip-2' })])).toBeNull()
  })
  test('is the colleague who asks, and nobody else', () => {
    const asked = aCall({ mySeat: seatOf('consult') })
    expect(ringsForMe(asked, [ringing({ id: 'sip-3', number: 'anna' })])?.id).toBe('sip-3')
    expect(ringsForMe(asked, [ringing({})])).toBeNull()
  })
  test('is nothing once the call is over, or belongs to nobody here', () => {
    expect(ringsForMe(aCall({ state: 'ended' }), [ringing({})])).toBeNull()
    expect(ringsForMe(aCall({ mySeat: null }), [ringing({})])).toBeNull()
  })
})

test.each([
  [{ phase: 'ringing', problem: 'refused' }, 'noMicrophone'],
  [{ phase: 'ringing' }, 'waiting'],
  [{ phase: 'calling' }, 'waiting'],
  [{ phase: 'talking', problem: 'unplugged' }, 'talking'],
  [{ phase: 'reconnecting' }, 'reconnecting'],
] as const)('a leg that is %j is shown as %s', (part, phase) => {
  expect(lineOfLeg(aTalk(part)).phase).toBe(phase)
})
