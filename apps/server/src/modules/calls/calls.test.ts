import type { CallSignalEvent, WidgetCall } from '@care/contract'
import { callGraceMs, callJoinMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk, Visitor } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
let anna: Desk
let boris: Desk
let visitor: Visitor

beforeEach(async () => {
  server = await bootServer()
  anna = await server.signIn('anna')
  boris = await server.signIn('boris')
  visitor = await server.newVisitor()
})
afterEach(() => server.stop())

/** At the desk with a line, and free. */
async function sits(desk: Desk, chosen: 'available' | 'busy' = 'available') {
  const socket = await desk.socket()
  await desk.call('setPresence', { body: { chosen } })
  return socket
}
type Line = Awaited<ReturnType<Desk['socket']>>
type VisitorLine = Awaited<ReturnType<Visitor['socket']>>

async function rings(): Promise<string> {
  const { activityId } = await visitor.call('startCall', { body: { name: 'Elena' } })
  await server.settle()
  return activityId
}
const accept = (desk: Desk, activityId: string) => desk.call('acceptOffer', { params: { activityId } })
const seat = async (line: Line, callId: string, tabId = 'window-1', takesOver = false) => {
  const { mySeat } = await line.call('takeCallSeat', { params: { callId }, body: { tabId, takesOver } })
  return mySeat?.seatId ?? ''
}
const visitorSeat = async (line: VisitorLine, tabId = 'widget-1', takesOver = false) => {
  const { mySeat } = await line.call('takeWidgetCallSeat', { body: { tabId, takesOver } })
  return mySeat?.seatId ?? ''
}
const stateOf = async (id: string) => {
  const { activities } = server.services.store.t
  const [row] = await server.services.store.read.select().from(activities).where(eq(activities.id, id))
  return { state: row?.state, reason: row?.endReason, operatorId: row?.operatorId }
}
const kindsOf = async (callId: string) =>
  (await anna.call('getCall', { params: { callId } })).events.map(({ kind }) => kind)

/** Anna and the visitor talk; both windows sit. */
async function talk() {
  const annaLine = await sits(anna)
  const visitorLine = await visitor.socket()
  const callId = await rings()
  const theirs = await visitorSeat(visitorLine)
  await accept(anna, callId)
  const mine = await seat(annaLine, callId)
  await server.settle()
  return { annaLine, visitorLine, callId, mine, theirs }
}

describe('a call from the widget', () => {
  test('rings at one who is free like any task, is answered, held, resumed and ended', async () => {
    const { callId } = await talk()
    expect((await anna.call('getMyCall')).call).toMatchObject({
      id: callId,
      state: 'active',
      customer: { name: 'Elena' },
      mySeat: { side: 'operator', isLost: false },
      peers: [{ side: 'customer', begins: false, isLost: false }],
    })
    server.clock.advance(5_000)
    await anna.call('holdCall', { params: { callId }, body: { isHeld: true } })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'held', operatorName: 'Anna' })
    server.clock.advance(24_000)
    // Twice is once.
    await anna.call('holdCall', { params: { callId }, body: { isHeld: false } })
    await anna.call('holdCall', { params: { callId }, body: { isHeld: false } })
    server.clock.advance(1_000)
    await anna.call('endActivity', { params: { activityId: callId } })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'ended', endedBy: 'operator', peers: [] })
    const call = await anna.call('getCall', { params: { callId } })
    // The clock goes on while the calls are made.
    const seconds = (ms: number | null): number | null => ms && Math.floor(ms / 1_000)
    expect(call).toMatchObject({ state: 'ended', mySeat: null })
    expect(seconds(call.heldMs)).toBe(24)
    expect(call.events.map(({ kind, ms }) => [kind, seconds(ms)])).toEqual([
      ['rang', null],
      ['answered', expect.any(Number)],
      ['held', null],
      ['resumed', 24],
      ['ended', 30],
    ])
    expect(await refusal(anna.call('holdCall', { params: { callId }, body: { isHeld: true } }))).toBe('NOT_FOUND')
  })

  test('is made once however often one presses, and again after its end', async () => {
    await sits(anna, 'busy')
    const first = await rings()
    expect(await rings()).toBe(first)
    await visitor.call('endWidgetCall')
    expect(await stateOf(first)).toMatchObject({ state: 'ended', reason: 'abandoned' })
    expect(await rings()).not.toBe(first)
  })

  test('is refused where nobody is there, where the site offers none, and to who is blocked', async () => {
    expect(await refusal(rings())).toBe('NOT_ALLOWED_NOW')
    await sits(anna, 'busy')
    const { sites, visitors } = server.services.store.t
    await server.services.store.transact((tx) => tx.update(sites).set({ offersCalls: false }))
    expect(await refusal(rings())).toBe('NOT_ALLOWED_NOW')
    await server.services.store.transact((tx) => tx.update(visitors).set({ blockedAt: 1 }))
    expect(await refusal(rings())).toBe('SENDER_BLOCKED')
  })

  test('tells its place while it waits', async () => {
    await sits(anna, 'busy')
    await rings()
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'waiting', place: 1 })
  })

  test('nothing else is offered during it, and what rang moves on', async () => {
    const chatter = await server.newVisitor()
    await sits(anna)
    const { chat } = await chatter.call('startChat', { body: { clientMessageId: 'first-words', text: 'Hello' } })
    await server.settle()
    expect(await stateOf(chat.activityId)).toMatchObject({ state: 'offered' })
    // Rings at nobody else: a call is not offered beside, but can be taken by hand.
    const callId = await rings()
    if ((await stateOf(callId)).state === 'waiting') await anna.call('takeTask', { params: { activityId: callId } })
    else await accept(anna, callId)
    await server.settle()
    expect(await stateOf(chat.activityId)).toMatchObject({ state: 'waiting' })
    await anna.call('endActivity', { params: { activityId: callId } })
    await server.settle()
    expect(await stateOf(chat.activityId)).toMatchObject({ state: 'offered' })
  })
})

describe('seats', () => {
  test('a second window gets nothing until the person takes it over', async () => {
    const { annaLine, callId, mine } = await talk()
    const second = await anna.socket()
    expect(await refusal(seat(second, callId, 'window-2'))).toBe('CALL_ELSEWHERE')
    const taken = await seat(second, callId, 'window-2', true)
    expect(taken).not.toBe(mine)
    const body = { what: 'muted' as const, seatId: mine, isMuted: true }
    expect(await refusal(annaLine.call('noteCall', { params: { callId }, body }))).toBe('NOT_ALLOWED_NOW')
  })

  test('of two windows that sit down at once one gets it', async () => {
    const first = await sits(anna)
    const second = await anna.socket()
    await visitor.socket()
    const callId = await rings()
    await accept(anna, callId)
    const tries = [refusal(seat(first, callId, 'window-1')), refusal(seat(second, callId, 'window-2'))]
    expect((await Promise.all(tries)).toSorted()).toEqual(['CALL_ELSEWHERE', 'none'])
  })

  test('whoever comes back within ten seconds goes on', async () => {
    const { annaLine, callId } = await talk()
    annaLine.close()
    await expect.poll(() => kindsOf(callId)).toContain('networkLost')
    expect((await visitor.call('getWidgetCall')).call?.peers).toMatchObject([{ isLost: true }])
    server.clock.advance(callGraceMs - 2_000)
    await server.sweep()
    await seat(await anna.socket(), callId)
    server.clock.advance(callGraceMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ state: 'active' })
    expect(await kindsOf(callId)).toContain('networkBack')
  })

  test.each(['operator', 'customer'] as const)('without its %s a call ends after ten seconds', async (side) => {
    const { annaLine, visitorLine, callId } = await talk()
    ;(side === 'operator' ? annaLine : visitorLine).close()
    await expect.poll(() => kindsOf(callId)).toContain('networkLost')
    server.clock.advance(callGraceMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ state: 'ended', reason: 'connectionLost' })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'ended', endedBy: 'system' })
  })

  test('a caller who goes before anybody answered has abandoned it', async () => {
    await sits(anna, 'busy')
    const line = await visitor.socket()
    const callId = await rings()
    await visitorSeat(line)
    line.close()
    await expect.poll(() => kindsOf(callId)).toContain('networkLost')
    server.clock.advance(callGraceMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ state: 'ended', reason: 'abandoned' })
  })

  test('whoever accepts and never sits down gives it back', async () => {
    await sits(anna)
    await visitorSeat(await visitor.socket(), 'widget-1').catch(() => '')
    const callId = await rings()
    await visitorSeat(await visitor.socket())
    await accept(anna, callId)
    server.clock.advance(callJoinMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ operatorId: null })
    expect(await kindsOf(callId)).toContain('returned')
  })

  test('a sound that does not come back ends it too, one that does not', async () => {
    const { annaLine, callId, mine } = await talk()
    const note = (isLost: boolean) =>
      annaLine.call('noteCall', { params: { callId }, body: { what: 'network', seatId: mine, isLost } })
    await note(true)
    await note(true)
    server.clock.advance(callGraceMs - 2_000)
    await note(false)
    server.clock.advance(callGraceMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ state: 'active' })
    await note(true)
    server.clock.advance(callGraceMs)
    await server.sweep()
    expect(await stateOf(callId)).toMatchObject({ state: 'ended', reason: 'connectionLost' })
    expect((await kindsOf(callId)).filter((kind) => kind === 'networkLost')).toHaveLength(2)
  })
})

describe('signals', () => {
  const restart = { kind: 'restart' as const }
  /** What a line hears of signals. */
  const heardBy = (line: Pick<Line, 'on'>): CallSignalEvent[] => {
    const heard: CallSignalEvent[] = []
    line.on('call.signal', (signal) => void heard.push(signal))
    return heard
  }

  test('reach the window at the other side and no other', async () => {
    const { annaLine, visitorLine, callId, mine, theirs } = await talk()
    const [atAnna, atVisitor] = [heardBy(annaLine), heardBy(visitorLine as unknown as Line)]
    const elsewhere = [heardBy(await anna.socket()), heardBy(await sits(boris))]
    await annaLine.call('signalCall', { params: { callId }, body: { from: mine, to: theirs, signal: restart } })
    await visitorLine.call('signalWidgetCall', { body: { from: theirs, to: mine, signal: restart } })
    await expect.poll(() => atAnna).toEqual([{ callId, from: theirs, to: mine, signal: restart }])
    await expect.poll(() => atVisitor).toEqual([{ callId, from: mine, to: theirs, signal: restart }])
    expect(elsewhere).toEqual([[], []])
  })

  test('come only from the window that sits there', async () => {
    const { annaLine, callId, mine, theirs } = await talk()
    const stranger = await (await server.newVisitor()).socket()
    const borisLine = await sits(boris)
    const body = { from: mine, to: theirs, signal: restart }
    expect(await refusal(borisLine.call('signalCall', { params: { callId }, body }))).toBe('NOT_FOUND')
    expect(await refusal((await anna.socket()).call('signalCall', { params: { callId }, body }))).toBe('NOT_FOUND')
    expect(await refusal(stranger.call('signalWidgetCall', { body: { ...body, from: theirs, to: mine } }))).toBe(
      'NOT_FOUND',
    )
    expect(await refusal(seat(borisLine, callId))).toBe('NOT_FOUND')
    const gone = { ...body, to: 'somebody-else' }
    expect(await refusal(annaLine.call('signalCall', { params: { callId }, body: gone }))).toBe('NOT_ALLOWED_NOW')
  })

  test('that are garbage are refused and harm nothing', async () => {
    const { annaLine, callId, mine, theirs } = await talk()
    const send = (signal: unknown) =>
      refusal(
        annaLine.call('signalCall', {
          params: { callId },
          body: { from: mine, to: theirs, signal: signal as typeof restart },
        }),
      )
    for (const signal of [
      null,
      'hello',
      { kind: 'description', type: 'offer', sdp: 'garbage' },
      { kind: 'description', type: 'offer', sdp: 'v=0\r\n'.repeat(10_000) },
      { kind: 'candidate', candidate: '<script>', sdpMid: null, sdpMLineIndex: 0 },
      { kind: 'else' },
    ])
      expect(await send(signal)).toBe('INVALID_INPUT')
    expect(await send(restart)).toBe('none')
    await annaLine.call('noteCall', {
      params: { callId },
      body: { what: 'badSignal', seatId: mine, reason: 'no m-line' },
    })
    expect(await kindsOf(callId)).toContain('badSignal')
    expect(server.logs.some((line) => line.includes('bad call signal') && line.includes('no m-line'))).toBe(true)
  })

  test('are limited in number', async () => {
    const { annaLine, callId, mine, theirs } = await talk()
    const body = { from: mine, to: theirs, signal: restart }
    const began = server.clock.now()
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => refusal(annaLine.call('signalCall', { params: { callId }, body }))),
    )
    // So many at once, and those that the seconds which they took allow again.
    const allowed = 200 + 20 * ((server.clock.now() - began) / 1_000)
    const passed = answers.filter((answer) => answer === 'none').length
    expect(passed).toBeGreaterThanOrEqual(200)
    expect(passed).toBeLessThanOrEqual(allowed)
    expect(new Set(answers)).toEqual(new Set(['none', 'TOO_MANY_TRIES']))
  })
})

describe('transfers', () => {
  const transfer = (callId: string, isWarm: boolean) =>
    anna.call('transferTask', {
      params: { activityId: callId },
      body: { operatorId: 'boris', reason: 'He knows pumps', isWarm },
    })

  test('blind: the call goes to who accepts, and he sits down anew', async () => {
    const borisLine = await sits(boris, 'busy')
    const { callId, theirs } = await talk()
    await transfer(callId, false)
    await accept(boris, callId)
    expect((await anna.call('getMyCall')).call).toBeNull()
    await seat(borisLine, callId, 'window-of-boris')
    const { call } = await visitor.call('getWidgetCall')
    expect(call).toMatchObject({ state: 'active', operatorName: 'Boris', mySeat: { seatId: theirs } })
    expect(await kindsOf(callId)).toEqual(expect.arrayContaining(['asked', 'transferred']))
  })

  test('warm: the customer is held, the colleague is talked to, then has the call with the seat he sits on', async () => {
    const borisLine = await sits(boris, 'busy')
    const { callId } = await talk()
    await transfer(callId, true)
    expect((await boris.call('listTasks')).items).toMatchObject([{ offer: { transfer: { isWarm: true } } }])
    expect(await refusal(anna.call('completeTransfer', { params: { activityId: callId } }))).toBe('OFFER_OVER')
    await accept(boris, callId)
    const seatId = await seat(borisLine, callId, 'window-of-boris')
    expect((await boris.call('getMyCall')).call).toMatchObject({
      mySeat: { side: 'consult' },
      peers: [{ side: 'operator', begins: true }],
    })
    const held = (await visitor.call('getWidgetCall')).call as WidgetCall
    expect(held).toMatchObject({ state: 'held', operatorName: 'Anna' })
    expect(held.peers.map(({ side }) => side)).toEqual(['operator'])
    expect(await refusal(anna.call('holdCall', { params: { callId }, body: { isHeld: false } }))).toBe(
      'NOT_ALLOWED_NOW',
    )
    // He is on a call: nothing is offered to him.
    const other = await server.newVisitor()
    await boris.call('setPresence', { body: { chosen: 'available' } })
    await other.call('startChat', { body: { clientMessageId: 'first-words', text: 'Hello' } })
    await server.settle()
    expect((await boris.call('listTasks')).items.filter(({ state }) => state === 'offered')).toEqual([])
    await anna.call('completeTransfer', { params: { activityId: callId } })
    expect((await boris.call('getMyCall')).call).toMatchObject({
      state: 'active',
      mySeat: { side: 'operator', seatId },
    })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'active', operatorName: 'Boris' })
    expect((await anna.call('getMyCall')).call).toBeNull()
  })

  test.each(['operator', 'colleague', 'silence'] as const)('warm, ended by the %s: the call stays held', async (by) => {
    const borisLine = await sits(boris, 'busy')
    const { callId } = await talk()
    await transfer(callId, true)
    await accept(boris, callId)
    await seat(borisLine, callId, 'window-of-boris')
    const ends = {
      operator: () => anna.call('withdrawTransfer', { params: { activityId: callId } }),
      colleague: () => boris.call('declineOffer', { params: { activityId: callId } }),
      silence: async () => {
        borisLine.close()
        await expect.poll(() => kindsOf(callId)).toContain('networkLost')
        server.clock.advance(callGraceMs)
        await server.sweep()
      },
    }
    await ends[by]()
    expect((await boris.call('getMyCall')).call).toBeNull()
    expect((await anna.call('getMyCall')).call).toMatchObject({ state: 'held', consult: null })
    await anna.call('holdCall', { params: { callId }, body: { isHeld: false } })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'active' })
  })

  test('nobody gets a second call', async () => {
    const borisLine = await sits(boris, 'busy')
    const second = await server.newVisitor()
    const { callId } = await talk()
    await boris.call('setPresence', { body: { chosen: 'available' } })
    await second.call('startCall', { body: {} })
    await server.settle()
    const [offered] = (await boris.call('listTasks')).items
    await accept(boris, offered?.activityId ?? '')
    await seat(borisLine, offered?.activityId ?? '', 'window-of-boris')
    expect(await refusal(transfer(callId, false))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(transfer(callId, true))).toBe('NOT_ALLOWED_NOW')
  })

  test('only a call can be handed over warm', async () => {
    await sits(boris, 'busy')
    const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'first-words', text: 'Hello' } })
    await anna.call('takeTask', { params: { activityId: chat.activityId } })
    expect(await refusal(transfer(chat.activityId, true))).toBe('INVALID_INPUT')
  })

  test('to a queue it waits there, and the customer is told', async () => {
    const { callId } = await talk()
    await anna.call('setPresence', { body: { chosen: 'busy' } })
    await anna.call('transferTask', { params: { activityId: callId }, body: { queueId: 'foreign', reason: 'Money' } })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({
      state: 'waiting',
      operatorName: null,
      peers: [],
    })
    expect((await anna.call('getMyCall')).call).toBeNull()
  })
})

test('TURN credentials are signed and run out', async () => {
  const turnSecret = 'a secret of sixteen'
  const other = await bootServer({ turnUrls: ['turn:turn.example:3478'], stunUrls: ['stun:stun.example'], turnSecret })
  try {
    const caller = await other.newVisitor()
    const desk = await other.signIn('anna')
    await desk.socket()
    await desk.call('setPresence', { body: { chosen: 'busy' } })
    expect(await refusal(caller.call('getWidgetCallServers'))).toBe('NOT_FOUND')
    await caller.call('startCall', { body: {} })
    const { items } = await caller.call('getWidgetCallServers')
    const expiry = Math.floor(other.clock.now() / 1_000) + 4 * 3_600
    const { createHmac } = await import('node:crypto')
    const username = `${expiry}:${caller.visitorId}`
    expect(items).toEqual([
      { urls: ['stun:stun.example'] },
      {
        urls: ['turn:turn.example:3478'],
        username,
        credential: createHmac('sha1', turnSecret).update(username).digest('base64'),
      },
    ])
  } finally {
    await other.stop()
  }
})
