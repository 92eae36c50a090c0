import type { PhoneEvent } from '@care/domain/phone'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '../../channel.ts'
import { generic, timeOf } from './generic.ts'
import { mango } from './mango.ts'
import { twilio } from './twilio.ts'

const now = 1_700_000_000_000
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString())

describe('the generic form', () => {
  test.each<[Record<string, unknown>, Partial<PhoneEvent>]>([
    [
      { type: 'queued', from: '+48601234567' },
      { type: 'queued', from: '+48601234567', at: now, seq: null },
    ],
    [
      { type: 'ringing', agent: 101, leg: 'x', seq: '4' },
      { agent: '101', legId: 'x', seq: 4 },
    ],
    [{ type: 'answered', at: now / 1000 - 5 }, { at: now - 5_000 }],
    [{ type: 'answered', at: '2020-01-01T00:00:00Z' }, { at: now }],
    [
      { type: 'cdr', answered: false, talkSeconds: 0 },
      { wasAnswered: false, talkMs: 0 },
    ],
    [
      { type: 'cdr', talkSeconds: '61.5' },
      { wasAnswered: true, talkMs: 61_500 },
    ],
    [{ type: 'recording', recordingId: 'r' }, { recording: { url: null, id: 'r', durationMs: null } }],
    [
      { type: 'ended', direction: 'sideways', cause: 'x'.repeat(500) },
      { direction: null, cause: null },
    ],
  ])('%j', (fields, expected) => {
    expect(generic.read(json({ call: 'c', ...fields }), now)).toMatchObject([{ callId: 'c', ...expected }])
  })

  test.each<[string, unknown]>([
    ['no call', { type: 'queued' }],
    ['no type', { call: 'c' }],
    ['an unknown type', { call: 'c', type: 'exploded' }],
    ['an endless name', { call: 'c'.repeat(5_000), type: 'queued' }],
    ['a list', [1]],
    ['nothing', null],
  ])('%s cannot be read', (_name, value) => {
    expect(() => generic.read(json(value), now)).toThrow(Unreadable)
  })

  test.each<[unknown, number | null]>([
    [1_700_000_000, now],
    ['1700000000', now],
    [now, now],
    ['2023-11-14T22:13:20Z', now],
    ['tomorrow', null],
    [{}, null],
  ])('the time %j', (given, expected) => expect(timeOf(given)).toBe(expected))
})

describe('twilio', () => {
  const call = { CallSid: 'CA1', From: '+48601234567', To: '+48221234567', Direction: 'inbound' }
  test.each<[string, Record<string, string>, Partial<PhoneEvent>]>([
    [
      'a call that comes in',
      { ...call, CallStatus: 'ringing' },
      { type: 'ringing', direction: 'in', did: '+48221234567' },
    ],
    [
      'one that was not taken',
      { ...call, CallStatus: 'no-answer', SequenceNumber: '2' },
      { type: 'ended', seq: 2, cause: 'no-answer' },
    ],
    [
      'the leg of a client',
      {
        CallSid: 'CA2',
        ParentCallSid: 'CA1',
        To: 'client:anna',
        CallStatus: 'in-progress',
        Direction: 'outbound-dial',
      },
      { type: 'answered', callId: 'CA1', legId: 'CA2', agent: 'anna', direction: null, from: null },
    ],
    [
      'its end is not the call’s',
      { CallSid: 'CA2', ParentCallSid: 'CA1', To: 'sip:boris@x.sip.twilio.com', CallStatus: 'completed' },
      { type: 'legEnded', agent: 'boris' },
    ],
    [
      'a recording',
      { CallSid: 'CA1', RecordingSid: 'RE1', RecordingUrl: 'https://api.twilio.com/r/RE1', RecordingDuration: '12' },
      { type: 'recording', recording: { url: 'https://api.twilio.com/r/RE1', id: 'RE1', durationMs: 12_000 } },
    ],
    [
      'a call of ours',
      { ...call, CallStatus: 'queued', Direction: 'outbound-api', reference: 'a1' },
      { direction: 'out', reference: 'a1' },
    ],
  ])('%s', (_name, fields, expected) => {
    expect(twilio.read(form(fields), now)).toMatchObject([expected])
  })

  test('a name cannot put words into its answer', () => {
    const delivery = { body: form({}), headers: {}, query: {}, at: now }
    const ring = { answer: 'ring' as const, userName: '</Client><Dial>+1900', extension: null }
    expect(twilio.formatRing?.(ring, delivery).body).toContain('<Client>&#60;/Client&#62;&#60;Dial&#62;+1900</Client>')
  })
})

describe('mango', () => {
  const base = { entry_id: 'E1', call_id: 'L1', timestamp: now / 1000, seq: 2, location: 'abonent' }
  const inbound = {
    from: { number: '79161234567' },
    to: { number: '74951234567', extension: '101', line_number: '74951234567' },
  }
  test.each<[string, Record<string, unknown>, Partial<PhoneEvent>]>([
    [
      'rings at somebody',
      { ...base, ...inbound, call_state: 'Appeared' },
      { type: 'ringing', agent: '101', direction: 'in', from: '+79161234567', did: '+74951234567' },
    ],
    [
      'is answered',
      { ...base, ...inbound, call_state: 'Connected' },
      { type: 'answered', legId: 'L1', seq: 2, at: now },
    ],
    ['is held', { ...base, ...inbound, call_state: 'OnHold' }, { type: 'held' }],
    [
      'waits in a menu',
      { ...base, from: inbound.from, location: 'ivr', call_state: 'Connected' },
      { type: 'queued', agent: null },
    ],
    [
      'goes out',
      { ...base, from: { extension: '101' }, to: { number: '79161234567' }, command_id: 'a1', call_state: 'Appeared' },
      { direction: 'out', agent: '101', reference: 'a1' },
    ],
    [
      'within the house',
      { ...base, from: { extension: '101' }, to: { extension: '102' }, call_state: 'Appeared' },
      { direction: 'internal' },
    ],
    [
      'its summary',
      { entry_id: 'E1', call_direction: 1, ...inbound, talk_time: now / 1000 - 60, end_time: now / 1000 },
      { type: 'cdr', wasAnswered: true, talkMs: 60_000, agent: '101' },
    ],
    [
      'the summary of a missed one',
      { entry_id: 'E1', call_direction: 1, ...inbound, talk_time: 0, end_time: now / 1000 },
      { type: 'cdr', wasAnswered: false, talkMs: null },
    ],
    [
      'its recording',
      { entry_id: 'E1', recording_id: 'R1', recording_state: 'Completed', timestamp: now / 1000 },
      { type: 'recording', recording: { url: null, id: 'R1', durationMs: null } },
    ],
  ])('%s', (_name, fields, expected) => {
    expect(mango.read(json(fields), now)).toMatchObject([expected])
  })
})
