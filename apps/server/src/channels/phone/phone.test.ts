import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '../../testing/people.ts'
import { openPhoneScene, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
let anna: Desk
beforeEach(async () => {
  scene = await openPhoneScene()
  anna = await scene.server.signIn('anna')
})
afterEach(() => scene.server.stop())

const caller = '+48601234567'
const event = (type: string, more: Record<string, unknown> = {}) => ({
  id: `${type}-${JSON.stringify(more)}`,
  call: 'c1',
  type,
  from: caller,
  did: '+48221234567',
  at: scene.server.clock.now(),
  ...more,
})
const anna101 = { leg: 'a', agent: '101' }

describe('events of a phone system', () => {
  test('who answers has the call without an offer; hold, end and record follow', async () => {
    await scene.tell(event('queued'), event('ringing', anna101))
    expect((await scene.rows()).activities).toEqual([])
    scene.server.clock.advance(7_000)
    await scene.tell(event('answered', anna101))
    const { call } = await anna.call('getMyCall')
    expect(call).toMatchObject({ state: 'active', line: 'phone', direction: 'in', operator: { name: 'Anna' } })
    expect((call?.answeredAt ?? 0) - (call?.startedAt ?? 0)).toBeGreaterThanOrEqual(7_000)
    const callId = call?.id ?? ''
    await scene.tell(event('held', anna101))
    expect((await anna.call('getCall', { params: { callId } })).state).toBe('held')
    await scene.tell(event('resumed', { ...anna101, at: scene.server.clock.now() + 1 }))
    await scene.tell(event('ended', { at: scene.server.clock.now() + 2 }))
    expect(await anna.call('getCall', { params: { callId } })).toMatchObject({ state: 'ended', mySeat: null })
    expect((await anna.call('getMyCall')).call).toBeNull()
    const kinds = (await anna.call('getCall', { params: { callId } })).events.map(({ kind }) => kind)
    expect(kinds).toEqual(['rang', 'answered', 'held', 'resumed', 'ended'])
    const { activities, customers, callbacks } = await scene.rows()
    expect(activities).toMatchObject([{ state: 'ended', operatorId: 'anna', endReason: 'customerLeft' }])
    expect(customers.map(({ phoneDigits }) => phoneDigits)).toContain(caller)
    expect(callbacks).toEqual([])
  })

  test('a second call of the same customer to the same line is another one, also while the end of the first is on its way', async () => {
    const at = scene.server.clock.now()
    await scene.tell(event('queued'), event('answered', { ...anna101, at: at + 1_000 }))
    const second = { call: 'c2', at: at + 60_000 }
    await scene.tell(event('queued', second), event('answered', { ...anna101, ...second, at: at + 61_000 }))
    await scene.tell(event('ended', { at: at + 30_000 }), event('ended', { ...second, at: at + 90_000 }))
    const { activities, calls } = await scene.rows()
    expect(activities.map(({ state, operatorId }) => [state, operatorId])).toEqual([
      ['ended', 'anna'],
      ['ended', 'anna'],
    ])
    expect(calls.map(({ answeredAt }) => answeredAt).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      at + 1_000,
      at + 61_000,
    ])
  })

  test('what nobody takes is missed once and called back once', async () => {
    await scene.tell(event('queued'), event('ringing', anna101), event('ended', { cause: '487' }))
    await scene.tell({ ...event('ended', { cause: '487' }), id: 'again' })
    // Its answer may still be on its way.
    expect((await scene.rows()).activities).toEqual([])
    scene.server.clock.advance(6_000)
    await scene.server.sweep()
    const { activities, callbacks } = await scene.rows()
    expect(activities.filter(({ medium }) => medium === 'call')).toMatchObject([
      { state: 'ended', endReason: 'abandoned' },
    ])
    expect(callbacks).toMatchObject([{ phone: caller, origin: 'missedCall' }])
  })

  test('the record says how long it was, after the end and whatever was lost', async () => {
    const now = scene.server.clock.now()
    await scene.tell(event('queued', { at: now - 60_000 }))
    await scene.tell(event('cdr', { ...anna101, answered: true, talkSeconds: 40, at: now }))
    const { calls, activities, phoneCalls } = await scene.rows()
    expect(calls).toMatchObject([{ state: 'ended', startedAt: now - 60_000, answeredAt: now - 40_000, endedAt: now }])
    expect(activities).toMatchObject([{ state: 'ended', operatorId: 'anna' }])
    await scene.tell(event('recording', { recordingUrl: 'https://pbx.example/r/1.mp3', recordingSeconds: 39 }))
    expect((await scene.rows()).phoneCalls).toMatchObject([
      { callId: phoneCalls[0]?.callId, recordingUrl: 'https://pbx.example/r/1.mp3', recordingMs: 39_000 },
    ])
  })

  test('a call goes on when the desk of who talks is gone', async () => {
    const line = await anna.socket()
    await scene.tell(event('answered', anna101))
    line.close()
    scene.server.clock.advance(120_000)
    await scene.server.sweep()
    await scene.server.settle()
    expect((await scene.rows()).activities).toMatchObject([{ state: 'active', operatorId: 'anna' }])
  })

  test('it goes to the colleague to whom it was put through', async () => {
    await scene.tell(event('answered', anna101))
    await scene.tell(event('answered', { leg: 'b', agent: 'boris' }), event('legEnded', anna101))
    expect((await scene.rows()).activities).toMatchObject([{ state: 'active', operatorId: 'boris' }])
    expect((await anna.call('getMyCall')).call).toBeNull()
  })

  test('an end that comes before the answer makes no missed call', async () => {
    await scene.tell(event('ended', { at: scene.server.clock.now() + 9_000 }))
    await scene.tell(event('answered', anna101))
    scene.server.clock.advance(60_000)
    await scene.server.sweep()
    const { activities, callbacks } = await scene.rows()
    expect(activities).toMatchObject([{ state: 'ended', operatorId: 'anna', endReason: 'customerLeft' }])
    expect(callbacks).toEqual([])
  })

  test('an answer that says nobody’s number waits a moment for it, then it is a stranger’s', async () => {
    const { from: _, ...nameless } = event('answered', anna101)
    await scene.tell(nameless)
    expect((await scene.rows()).activities).toEqual([])
    await scene.tell(event('queued'))
    expect((await scene.rows()).phoneCalls).toMatchObject([{ number: caller }])
    await scene.tell({ ...nameless, id: 'other', call: 'c2' })
    scene.server.clock.advance(6_000)
    await scene.server.sweep()
    expect((await scene.rows()).activities.map(({ state }) => state)).toEqual(['active', 'active'])
  })

  test('whose lines are all gone is over when nothing more is heard', async () => {
    await scene.tell(event('answered', anna101), event('legEnded', anna101))
    expect((await scene.rows()).activities).toMatchObject([{ state: 'active' }])
    scene.server.clock.advance(6_000)
    await scene.server.sweep()
    expect((await scene.rows()).activities).toMatchObject([{ state: 'ended' }])
  })

  test('a lost end comes by itself after hours', async () => {
    await scene.tell(event('answered', anna101))
    scene.server.clock.advance(3 * 3_600_000)
    await scene.server.sweep()
    expect((await scene.rows()).activities).toMatchObject([{ state: 'active' }])
    scene.server.clock.advance(2 * 3_600_000)
    await scene.server.sweep()
    expect((await scene.rows()).activities).toMatchObject([{ state: 'ended' }])
  })

  test('a hidden number and one without a country are taken', async () => {
    await scene.tell(event('answered', { ...anna101, from: 'anonymous' }))
    await scene.tell(event('answered', { ...anna101, call: 'c2', from: '601 234 567' }))
    const { phoneCalls } = await scene.rows()
    expect(phoneCalls.map(({ number }) => number)).toEqual([null, '601234567'])
  })
})
