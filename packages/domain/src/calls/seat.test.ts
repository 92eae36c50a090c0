import { expect, test } from 'vitest'
import { beginsTo, callSides, type CallSeat, maySit, peersOf } from './seat.ts'

const taken: CallSeat = { tabId: 'first', isLost: false }

test.each<[string, CallSeat, string, boolean, boolean]>([
  ['a free one', { tabId: null, isLost: false }, 'first', false, true],
  ['one’s own, after a reload', taken, 'first', false, true],
  ['another window’s', taken, 'second', false, false],
  ['another window’s, by the person’s word', taken, 'second', true, true],
  ['one whose window is gone', { tabId: 'first', isLost: true }, 'second', false, true],
])('%s', (_name, seat, tabId, takesOver, expected) => {
  expect(maySit(seat, tabId, takesOver)).toBe(expected)
})

test('of every two who hear each other exactly one begins', () => {
  for (const side of callSides)
    for (const other of peersOf(side)) {
      expect(peersOf(other)).toContain(side)
      expect(beginsTo(side, other)).not.toBe(beginsTo(other, side))
    }
})
