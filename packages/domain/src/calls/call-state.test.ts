import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CallState, type CallStep, callSteps, type CallTimes, newCall, stepCall, talkMs } from './call-state.ts'

const inState = (state: CallState): CallTimes => ({ ...newCall, state, heldSince: state === 'held' ? 5 : null })

test.each<[CallState, CallStep, CallState | null]>([
  ['ringing', 'answer', 'active'],
  ['ringing', 'hold', null],
  ['ringing', 'resume', null],
  ['ringing', 'pass', null],
  ['ringing', 'return', null],
  ['ringing', 'end', 'ended'],
  ['active', 'answer', null],
  ['active', 'hold', 'held'],
  ['active', 'resume', null],
  ['active', 'pass', 'active'],
  ['active', 'return', 'ringing'],
  ['active', 'end', 'ended'],
  ['held', 'answer', null],
  ['held', 'hold', null],
  ['held', 'resume', 'active'],
  ['held', 'pass', 'active'],
  ['held', 'return', 'ringing'],
  ['held', 'end', 'ended'],
  ['ended', 'answer', null],
  ['ended', 'resume', null],
  ['ended', 'end', null],
])('%s, %s: %s', (from, step, to) => {
  expect(stepCall(inState(from), step, 10)?.state ?? null).toBe(to)
})

test('holds add up, and the first answer stays', () => {
  const steps: [CallStep, number][] = [
    ['answer', 10],
    ['hold', 20],
    ['resume', 35],
    ['hold', 40],
    ['pass', 60],
    ['hold', 70],
    ['end', 75],
  ]
  const call = steps.reduce<CallTimes>((before, [step, at]) => stepCall(before, step, at) ?? before, newCall)
  expect(call).toEqual({ state: 'ended', answeredAt: 10, heldSince: null, heldMs: 15 + 20 + 5, endedAt: 75 })
  expect(talkMs(call, 1_000)).toBe(65)
})

test('no order of steps leads to an impossible call', () => {
  const step = fc.record({ step: fc.constantFrom(...callSteps), after: fc.nat(1_000) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (story) => {
      let call: CallTimes = newCall
      let now = 0
      for (const { step: name, after } of story) {
        now += after
        const changed = stepCall(call, name, now)
        expect(call.state === 'ended' && changed !== null).toBe(false)
        expect(changed?.answeredAt ?? null).toBe(changed && (call.answeredAt ?? (name === 'answer' ? now : null)))
        expect(changed?.heldMs ?? call.heldMs).toBeGreaterThanOrEqual(call.heldMs)
        call = changed ?? call
      }
      expect(call.heldSince !== null).toBe(call.state === 'held')
      expect(call.endedAt !== null).toBe(call.state === 'ended')
      expect((call.state === 'active' || call.state === 'held') && call.answeredAt === null).toBe(false)
      expect(call.heldMs).toBeLessThanOrEqual(talkMs(call, now) ?? 0)
    }),
  )
})
