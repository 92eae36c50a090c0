import { expect, test } from 'vitest'
import { type MyLine, phaseOf } from './call-state.ts'

const line = (state: MyLine['state'], seatId: string | null = 'mine'): MyLine => ({
  state,
  mySeat: { side: 'operator', seatId, tabId: 'a-window', isMuted: false, isLost: false },
  peers: [],
})
const stands = { seatId: 'mine', isConnected: true, wasConnected: true, isLate: false, isAside: false }

test.each([
  ['nobody has answered', { ...stands, line: line('waiting'), isConnected: null, wasConnected: false }, 'waiting'],
  ['the same, at the desk', { ...stands, line: line('ringing'), isConnected: null }, 'waiting'],
  ['answered just now', { ...stands, line: line('active'), isConnected: null, wasConnected: false }, 'connecting'],
  [
    'answered, and no way was found',
    { ...stands, line: line('active'), isConnected: false, wasConnected: false, isLate: true },
    'unreachable',
  ],
  ['found late', { ...stands, line: line('active'), isLate: true }, 'talking'],
  ['connected', { ...stands, line: line('active') }, 'talking'],
  ['broken', { ...stands, line: line('active'), isConnected: false }, 'reconnecting'],
  ['held', { ...stands, line: line('held') }, 'held'],
  ['held, and broken meanwhile', { ...stands, line: line('held'), isConnected: false }, 'held'],
  ['held for a colleague, who is heard', { ...stands, line: line('held'), isAside: true }, 'talking'],
  ['taken over by another window', { ...stands, line: line('active', 'another') }, 'elsewhere'],
  ['ended, wherever it was', { ...stands, line: line('ended', 'another') }, 'ended'],
] as const)('%s', (_name, of, phase) => {
  expect(phaseOf(of)).toBe(phase)
})
