import { expect, test } from 'vitest'
import { addressOf, causeOf, phonePhaseOf, refusalOf, retryAfterMs } from './phone-state.ts'

const stands = { direction: 'in', wasAnswered: true, isHeld: false, isConnected: true, wasConnected: true } as const

test.each([
  ['comes in', { ...stands, wasAnswered: false, isConnected: false, wasConnected: false }, 'ringing'],
  ['goes out', { ...stands, direction: 'out', wasAnswered: false, isConnected: false, wasConnected: false }, 'calling'],
  // Ringing tones of the other side come over a connection that stands.
  ['goes out, and it is heard ring', { ...stands, direction: 'out', wasAnswered: false }, 'calling'],
  ['answered just now', { ...stands, isConnected: false, wasConnected: false }, 'connecting'],
  ['stands', stands, 'talking'],
  ['held', { ...stands, isHeld: true }, 'held'],
  ['held, and broken meanwhile', { ...stands, isHeld: true, isConnected: false }, 'held'],
  ['broken', { ...stands, isConnected: false }, 'reconnecting'],
] as const)('a call that %s', (_name, of, phase) => {
  expect(phonePhaseOf(of)).toBe(phase)
})

const over = {
  direction: 'in',
  wasAnswered: false,
  isByThisSide: false,
  name: 'Canceled',
  status: null,
  reason: null,
} as const
const out = { ...over, direction: 'out', name: 'SIP Failure Code' } as const

test.each([
  ['the caller gave up', over, 'missed'],
  ['nobody answered in time', { ...over, isByThisSide: true, name: 'No Answer' }, 'missed'],
  ['another line took it', { ...over, reason: 'SIP;cause=200;text="Call completed elsewhere"' }, 'elsewhere'],
  ['declined here', { ...over, isByThisSide: true, name: 'Rejected' }, 'declined'],
  ['hung up here', { ...over, wasAnswered: true, isByThisSide: true, name: 'Terminated' }, 'hungUpHere'],
  ['hung up there', { ...over, wasAnswered: true, name: 'Terminated' }, 'hungUpThere'],
  ['given up before an answer', { ...out, isByThisSide: true, name: 'Canceled' }, 'hungUpHere'],
  ['busy', { ...out, status: 486 }, 'busy'],
  ['declined there', { ...out, status: 603 }, 'declined'],
  ['nobody there', { ...out, status: 480 }, 'noAnswer'],
  ['no such number', { ...out, status: 404 }, 'notFound'],
  ['not allowed', { ...out, status: 403 }, 'refused'],
  ['no common sound', { ...out, status: 488 }, 'noSound'],
  ['a status that nobody knows', { ...out, status: 599 }, 'failed'],
  ['the line broke', { ...over, wasAnswered: true, name: 'Connection Error' }, 'lineLost'],
  ['no microphone', { ...over, isByThisSide: true, name: 'User Denied Media Access' }, 'noMicrophone'],
] as const)('the end: %s', (_name, of, cause) => {
  expect(causeOf(of)).toBe(cause)
})

test.each([
  [401, 'password'],
  [407, 'password'],
  [403, 'forbidden'],
  [404, 'unknownLine'],
  [420, 'other'],
  // The exchange is busy, restarts or is not reached: it may take the line later.
  [503, null],
  [408, null],
  [null, null],
] as const)('a registration answered with %s', (status, refusal) => {
  expect(refusalOf(status)).toBe(refusal)
})

test.each([
  ['+48600100200', 'sip:+48600100200@pbx.example'],
  ['*21#', 'sip:*21%23@pbx.example'],
  ['anna@evil.example;transport=udp', 'sip:anna%40evil.example%3Btransport%3Dudp@pbx.example'],
])('the address of %s', (number, address) => {
  expect(addressOf(number, 'pbx.example')).toBe(address)
})

test('tries to register come further and further apart, half a minute at most', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(retryAfterMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})
