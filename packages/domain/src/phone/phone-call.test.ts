import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isClear, type PhoneCall, phoneCallOf, stillOn } from './phone-call.ts'
import { emptyEvent, type PhoneEvent, phoneEventKey, type PhoneEventType } from './phone-event.ts'

const said = (at: number, type: PhoneEventType, more: Partial<PhoneEvent> = {}): PhoneEvent => ({
  ...emptyEvent,
  callId: 'c',
  at,
  type,
  ...more,
})
const anna = { legId: 'a', agent: '101' }
const boris = { legId: 'b', agent: '102' }

describe('a call as its events tell it', () => {
  test.each<[string, PhoneEvent[], Partial<PhoneCall>]>([
    ['waits', [said(1, 'queued', { from: '+48601234567' })], { state: 'queued', from: '+48601234567', agent: null }],
    ['rings', [said(1, 'queued'), said(2, 'ringing', anna)], { state: 'ringing', ringingAt: ['101'], isMissed: false }],
    [
      'rings at two, one answers',
      [said(1, 'ringing', anna), said(1, 'ringing', boris), said(5, 'answered', boris), said(6, 'legEnded', anna)],
      { state: 'active', agent: '102', answeredAt: 5, ringingAt: [] },
    ],
    [
      'is not answered by a menu',
      [said(1, 'answered', { legId: 'caller' }), said(2, 'ringing', { ...anna })],
      { state: 'ringing', answeredAt: null },
    ],
    [
      'is held and resumed',
      [said(1, 'answered', anna), said(5, 'held', anna), said(9, 'resumed', anna), said(20, 'held', anna)],
      { state: 'held', heldMs: 4, heldSince: 20 },
    ],
    [
      'goes to a colleague',
      [said(1, 'answered', anna), said(5, 'answered', boris), said(6, 'legEnded', anna)],
      { state: 'active', agent: '102', answeredAt: 1 },
    ],
    [
      'goes to a colleague, said of the same line',
      [said(1, 'answered', { agent: '101' }), said(5, 'transferred', { agent: '102' })],
      { state: 'active', agent: '102', answeredAt: 1 },
    ],
    [
      'goes on while one line of two is there',
      [said(1, 'answered', { legId: 'caller' }), said(2, 'answered', anna), said(9, 'legEnded', anna)],
      { state: 'queued', endedAt: null },
    ],
    [
      'is over when all lines are gone',
      [said(1, 'answered', anna), said(8, 'legEnded', anna)],
      { state: 'ended', endedAt: 8, isMissed: false },
    ],
    [
      'is not over when nobody has picked up yet',
      [said(1, 'ringing', anna), said(8, 'legEnded', anna)],
      { state: 'queued', endedAt: null },
    ],
    [
      'is missed',
      [said(1, 'ringing', anna), said(8, 'ended', { cause: '487' })],
      { state: 'ended', isMissed: true, cause: '487', answeredAt: null },
    ],
    ['going out is never missed', [said(1, 'ringing', { direction: 'out' }), said(8, 'ended')], { isMissed: false }],
    [
      'whose answer and end were lost is told by its record',
      [said(1, 'queued'), said(60_000, 'cdr', { wasAnswered: true, talkMs: 40_000, agent: '101' })],
      { state: 'ended', answeredAt: 20_000, endedAt: 60_000, agent: '101', isMissed: false },
    ],
    [
      'that only seemed answered is missed by its record',
      [said(1, 'answered', { legId: 'caller' }), said(9, 'ended'), said(10, 'cdr', { wasAnswered: false })],
      { state: 'ended', isMissed: true, endedAt: 9, agent: null },
    ],
    [
      'has a recording later',
      [
        said(1, 'answered', anna),
        said(9, 'ended'),
        said(99, 'recording', { recording: { url: null, id: 'r', durationMs: 8 } }),
      ],
      { state: 'ended', endedAt: 9, recording: { url: null, id: 'r', durationMs: 8 } },
    ],
    [
      'keeps the order of numbers within one second',
      [
        said(5, 'answered', { ...anna, seq: 2 }),
        said(5, 'ringing', { ...anna, seq: 1 }),
        said(5, 'legEnded', { ...anna, seq: 3 }),
      ],
      { state: 'ended', answeredAt: 5 },
    ],
  ])('%s', (_name, events, expected) => {
    expect(phoneCallOf(events)).toMatchObject(expected)
  })

  test('without lines it goes on until that is said, or nothing more is heard', () => {
    const gone = phoneCallOf([said(1, 'answered', anna), said(8, 'legEnded', anna)])
    const over = phoneCallOf([said(1, 'answered', anna), said(8, 'legEnded', anna), said(9, 'ended')])
    expect(gone && stillOn(gone)).toMatchObject({ state: 'active', endedAt: null })
    expect(over && stillOn(over)).toMatchObject({ state: 'ended', endedAt: 9 })
  })

  test.each<[string, PhoneEvent[], boolean]>([
    ['answered by whom, of whom not yet', [said(1, 'answered', anna)], false],
    ['answered, and of whom', [said(1, 'answered', { ...anna, from: '1' })], true],
    ['over, perhaps answered', [said(1, 'ended', { from: '1' })], false],
    ['never answered, by its record', [said(1, 'cdr', { from: '1', wasAnswered: false })], true],
    ['going out to nobody knows whom', [said(1, 'answered', { from: '1', direction: 'out' })], false],
  ])('is it clear: %s', (_name, events, expected) => {
    const call = phoneCallOf(events)
    expect(call && isClear(call)).toBe(expected)
  })

  test('none makes no call', () => expect(phoneCallOf([])).toBeNull())
})

/** What a phone system tells of one call, in its true order; counted or only with times. */
const story = fc
  .record({
    isCounted: fc.boolean(),
    steps: fc.array(
      fc.record({
        type: fc.constantFrom<PhoneEventType>('ringing', 'answered', 'held', 'resumed', 'transferred', 'legEnded'),
        line: fc.constantFrom(anna, boris, { legId: 'caller', agent: null }),
        after: fc.integer({ min: 1, max: 5_000 }),
      }),
      { maxLength: 12 },
    ),
    record: fc.constantFrom(null, true, false),
  })
  .map(({ isCounted, steps, record }) => {
    let at = 1_000
    const events = [said(at, 'queued', { from: '+48601234567', seq: isCounted ? 0 : null, legId: 'caller' })]
    steps.forEach(({ type, line, after }, index) => {
      at += after
      events.push(said(at, type, { ...line, seq: isCounted ? index + 1 : null }))
    })
    events.push(said(at + 1, 'ended', { seq: isCounted ? steps.length + 1 : null }))
    if (record !== null) events.push(said(at + 900, 'cdr', { wasAnswered: record, talkMs: 10, agent: '101' }))
    return events
  })
const shuffled = story.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray(events, { minLength: events.length }),
    fc.array(fc.nat(events.length - 1), { maxLength: 30 }),
  ),
)

describe('whatever comes of a call', () => {
  test('the order and duplicates make no difference', () => {
    fc.assert(
      fc.property(shuffled, ([events, mixed, again]) => {
        const copies = again.flatMap((index) => events[index] ?? [])
        expect(phoneCallOf([...copies, ...mixed, ...copies])).toEqual(phoneCallOf(events))
      }),
    )
  })

  test('lost events in the middle change nothing of how it ended', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.boolean()), (events, lose) => {
        const left = events.filter(
          ({ type }) => type === 'queued' || type === 'ended' || type === 'cdr' || !lose.next().value,
        )
        const whole = phoneCallOf(events)
        const some = phoneCallOf(left)
        expect(some).toMatchObject({ state: 'ended', endedAt: whole?.endedAt, heldSince: null, ringingAt: [] })
        const record = events.find(({ type }) => type === 'cdr')
        const answers = record ? record.wasAnswered === true : some?.answeredAt !== null
        expect([some?.answeredAt !== null, some?.isMissed]).toEqual([answers, !answers])
      }),
    )
  })

  test('a lost end comes with the record, and nothing after it opens the call again', () => {
    fc.assert(
      fc.property(story, (events) => {
        const left = events.filter(({ type }) => type !== 'ended')
        const hasRecord = left.some(({ type }) => type === 'cdr')
        expect(!hasRecord || phoneCallOf(left)?.state === 'ended').toBe(true)
        const late = said(9_000_000, 'answered', { ...anna, seq: 900 })
        expect(phoneCallOf([...events, late])?.state).toBe('ended')
      }),
    )
  })

  test('no story makes an impossible call', () => {
    fc.assert(
      fc.property(story, fc.nat(14), (events, length) => {
        const call = phoneCallOf(events.slice(0, length + 1))
        if (!call) return
        expect((call.state === 'ended') === (call.endedAt !== null)).toBe(true)
        expect((call.state === 'held') === (call.heldSince !== null)).toBe(true)
        expect(call.state === 'active' && call.answeredAt === null).toBe(false)
        expect(call.agent !== null && call.answeredAt === null).toBe(false)
        expect(call.heldMs).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

test.each<[string, PhoneEvent, PhoneEvent, boolean]>([
  ['the same sent again', said(1, 'ringing', { ...anna, seq: 1 }), said(1, 'ringing', { ...anna, seq: 1 }), true],
  ['the same with a later time', said(1, 'ringing', anna), said(2, 'ringing', anna), true],
  ['a second hold', said(1, 'held', anna), said(9, 'held', anna), false],
  ['another line', said(1, 'ringing', anna), said(1, 'ringing', boris), false],
])('%s has the same name: %#', (_name, a, b, isSame) => {
  expect(phoneEventKey(a) === phoneEventKey(b)).toBe(isSame)
})
