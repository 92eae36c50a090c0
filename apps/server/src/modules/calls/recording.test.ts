import { access } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { dayMs } from '@care/domain'
import { recordingDays, recordingRestMs } from '@care/domain/recording'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk, Visitor } from '../../testing/people.ts'
import { streamedWebm } from '../../testing/webm.ts'
import { refusal } from '../../testing/workbench.ts'
import { pathOf } from '../files/index.ts'
import { takeRecording } from './index.ts'

let server: TestServer
let anna: Desk
let visitor: Visitor
let callId: string

/** Anna talks with the visitor, who has been asked whether he may be recorded. */
beforeEach(async () => {
  server = await bootServer()
  anna = await server.signIn('anna')
  visitor = await server.newVisitor()
  await setQueue({ recordsCalls: true })
  callId = await talk()
})
afterEach(() => server.stop())

type QueueFields = Partial<{ recordsCalls: boolean; recordingDays: number; recordingListeners: 'supervisors' | 'team' }>
const setQueue = (set: QueueFields, id = 'q') =>
  server.services.store.transact((tx) => tx.update(tx.t.queues).set(set).where(eq(tx.t.queues.id, id)))

async function talk(): Promise<string> {
  const line = await anna.socket()
  const theirs = await visitor.socket()
  await anna.call('setPresence', { body: { chosen: 'available' } })
  const { activityId } = await visitor.call('startCall', { body: { name: 'Elena' } })
  await server.settle()
  await theirs.call('takeWidgetCallSeat', { body: { tabId: 'widget-1', takesOver: false } })
  await anna.call('acceptOffer', { params: { activityId } })
  await line.call('takeCallSeat', { params: { callId: activityId }, body: { tabId: 'window-1', takesOver: false } })
  return activityId
}
const answer = (agrees: boolean) => visitor.call('answerRecording', { body: { agrees } })
const step = (name: 'pause' | 'resume' | 'stop', desk = anna) =>
  desk.call('stepRecording', { params: { callId }, body: { step: name } })
const recordingOf = async (desk = anna) => (await desk.call('getCall', { params: { callId } })).recording
const hangUp = () => anna.call('endActivity', { params: { activityId: callId } })
const kindsOf = async () => (await anna.call('getCall', { params: { callId } })).events.map(({ kind }) => kind)
const rowOf = async () => {
  const { read, t } = server.services.store
  const [row] = await read.select().from(t.callRecordings).where(eq(t.callRecordings.callId, callId))
  return row
}

interface Sent {
  segmentId?: string
  ms?: number
  agoMs?: number
  peaks?: string
  isLast?: boolean
}
const send = (seq: number, file: Uint8Array<ArrayBuffer>, sent: Sent = {}, desk = anna) =>
  desk.call('addRecordingChunk', {
    params: { callId },
    query: { segmentId: 'segment-1', seq, ms: 1_000, agoMs: (seq + 1) * 1_000, ...sent } as never,
    file,
  })

/** Sends a second of sound in two parts, all that a window records of a segment. */
async function record(segmentId: string, desk = anna): Promise<void> {
  const parts = await streamedWebm(1_000, 2)
  server.clock.advance(1_000)
  for (const [seq, part] of parts.entries()) {
    const isLast = seq === parts.length - 1
    await send(seq, part, { segmentId, ms: 500, agoMs: 1_000, peaks: seq === 0 ? '10ff' : '8001', isLast }, desk)
  }
}
const sound = (desk: Desk, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/calls/${callId}/recording/sound`, { headers: { cookie: desk.cookie, ...headers } })

describe('the question', () => {
  test('comes when the queue records, is answered once, and nothing is recorded before', async () => {
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ recording: 'asked' })
    expect(await recordingOf()).toMatchObject({ state: 'asked', startedAt: null })
    const [first] = await streamedWebm(1_000, 1)
    expect(await refusal(send(0, first ?? new Uint8Array()))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(step('pause'))).toBe('NOT_ALLOWED_NOW')
    expect(await answer(true)).toMatchObject({ recording: 'recording' })
    expect(await answer(true)).toMatchObject({ recording: 'recording' })
    expect(await kindsOf()).toEqual(['rang', 'answered', 'recordingAsked', 'recordingStarted'])
  })

  test('who refuses is not recorded and is not asked again', async () => {
    expect(await answer(false)).toMatchObject({ state: 'active', recording: 'refused' })
    expect(await refusal(answer(true))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(send(0, (await streamedWebm(1_000, 1))[0] ?? new Uint8Array()))).toBe('NOT_ALLOWED_NOW')
    await hangUp()
    server.clock.advance(dayMs)
    await server.sweep()
    expect(await recordingOf(await server.signIn('vera'))).toMatchObject({ state: 'refused', canListen: false })
  })

  test('who says nothing has not agreed', async () => {
    await hangUp()
    expect(await recordingOf()).toMatchObject({ state: 'refused' })
    expect(await refusal(answer(true))).toBe('NOT_FOUND')
  })

  test('who changes his mind ends it, and what there was of it is erased', async () => {
    await answer(true)
    await record('segment-1')
    const files = await server.services.store.read.select().from(server.services.store.t.recordingChunks)
    expect(files).toHaveLength(2)
    expect(await answer(false)).toMatchObject({ recording: 'refused' })
    await server.settle()
    expect(await server.services.store.read.select().from(server.services.store.t.recordingChunks)).toEqual([])
    for (const { fileId } of files)
      await expect(access(pathOf(server.services.config.dataDir, fileId))).rejects.toThrow('ENOENT')
  })

  test('comes nowhere else', async () => {
    await hangUp()
    await setQueue({ recordsCalls: false })
    callId = await talk()
    expect(await recordingOf()).toBeNull()
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ recording: null })
    expect(await refusal(send(0, (await streamedWebm(1_000, 1))[0] ?? new Uint8Array()))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(answer(true))).toBe('NOT_ALLOWED_NOW')
  })
})

test('a call that goes on in a queue that keeps none is recorded no further', async () => {
  await answer(true)
  await record('segment-1')
  const fiona = await server.signIn('fiona')
  await fiona.socket()
  await fiona.call('setPresence', { body: { chosen: 'busy' } })
  await anna.call('transferTask', {
    params: { activityId: callId },
    body: { queueId: 'foreign', reason: 'An invoice' },
  })
  await fiona.call('takeTask', { params: { activityId: callId } })
  expect((await visitor.call('getWidgetCall')).call).toMatchObject({ state: 'active', recording: 'over' })
  expect(await recordingOf(fiona)).toMatchObject({ state: 'stopped' })
})

describe('parts', () => {
  test('are taken in their turn: one again changes nothing, others are refused with the next number', async () => {
    await answer(true)
    server.clock.advance(4_000)
    const [first, second, third] = (await streamedWebm(2_000, 3)) as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
    ]
    expect(await send(0, first)).toMatchObject({ nextSeq: 1 })
    expect(await send(0, first)).toMatchObject({ nextSeq: 1 })
    await expect(send(0, second)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(send(2, third)).rejects.toMatchObject({ code: 'CONFLICT', details: { nextSeq: 1 } })
    expect(await send(1, second)).toMatchObject({ nextSeq: 2 })
    await expect(send(1, third)).rejects.toMatchObject({ code: 'CONFLICT', details: { nextSeq: 2 } })
    expect(await send(2, third, { isLast: true })).toMatchObject({ nextSeq: 3 })
    expect(await refusal(send(3, third))).toBe('NOT_ALLOWED_NOW')
    expect(await rowOf()).toMatchObject({ bytes: first.length + second.length + third.length })
  })

  test('of two that come at once one is kept', async () => {
    await answer(true)
    server.clock.advance(4_000)
    const [first] = (await streamedWebm(1_000, 1)) as [Uint8Array<ArrayBuffer>]
    const [other] = (await streamedWebm(2_000, 1)) as [Uint8Array<ArrayBuffer>]
    const both = await Promise.all([refusal(send(0, first)), refusal(send(0, other))])
    expect(both.toSorted()).toEqual(['CONFLICT', 'none'])
    expect(await server.services.store.read.select().from(server.services.store.t.recordingChunks)).toHaveLength(1)
  })

  test('that cannot be are refused: too large, no WebM, longer than their time, from nobody of the call', async () => {
    await answer(true)
    const [first] = (await streamedWebm(1_000, 1)) as [Uint8Array<ArrayBuffer>]
    expect(await refusal(send(0, new Uint8Array(1024 * 1024 + 1)))).toBe('TOO_LARGE')
    expect(await refusal(send(0, new Uint8Array([1, 2, 3])))).toBe('INVALID_INPUT')
    expect(await refusal(send(0, first, { ms: 30_000 }))).toBe('INVALID_INPUT')
    expect(await refusal(send(0, first, { segmentId: '../../etc' }))).toBe('INVALID_INPUT')
    expect(await refusal(send(0, first, { peaks: 'zz' }))).toBe('INVALID_INPUT')
    for (const who of ['boris', 'fiona', 'vera'] as const)
      expect(await refusal(send(0, first, {}, await server.signIn(who)))).toBe('NOT_FOUND')
    await send(0, first)
    // Nobody adds to what another one records.
    expect(await refusal(send(1, first, {}, await server.signIn('boris')))).toBe('NOT_FOUND')
  })

  test('after the end are taken until it is whole, and refused then', async () => {
    await answer(true)
    server.clock.advance(2_000)
    const [first, second] = (await streamedWebm(2_000, 2)) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
    await send(0, first)
    await hangUp()
    await server.sweep()
    expect(await recordingOf()).toMatchObject({ state: 'stopped' })
    await send(1, second, { isLast: true })
    await server.sweep()
    expect(await recordingOf()).toMatchObject({ state: 'ready' })
    expect(await refusal(send(0, first, { segmentId: 'segment-2' }))).toBe('NOT_ALLOWED_NOW')
  })
})

describe('a pause', () => {
  test('leaves out what is said in it, with its times, and only who has the call makes it', async () => {
    await answer(true)
    expect(await step('pause')).toMatchObject({ recording: { state: 'paused' } })
    expect(await step('pause')).toMatchObject({ recording: { state: 'paused' } })
    expect((await visitor.call('getWidgetCall')).call).toMatchObject({ recording: 'paused' })
    server.clock.advance(30_000)
    const [first] = (await streamedWebm(1_000, 1)) as [Uint8Array<ArrayBuffer>]
    expect(await refusal(send(0, first, { agoMs: 1_000 }))).toBe('NOT_ALLOWED_NOW')
    for (const who of ['boris', 'vera'] as const)
      expect(await refusal(step('resume', await server.signIn(who)))).toBe('NOT_FOUND')
    const { recording } = await step('resume')
    const [pause] = recording?.pauses ?? []
    expect(Math.floor(((pause?.to ?? 0) - (pause?.from ?? 0)) / 1_000)).toBe(30)
    await step('stop')
    expect(await refusal(step('resume'))).toBe('NOT_ALLOWED_NOW')
    expect(await kindsOf()).toEqual(expect.arrayContaining(['recordingPaused', 'recordingResumed', 'recordingStopped']))
  })
})

describe('a whole recording', () => {
  test('is one file of all segments, with its length and loudness, heard by whoever may, and each listening is noted', async () => {
    await answer(true)
    await record('segment-1')
    // The page was loaded anew: another window records on.
    await record('segment-2')
    await hangUp()
    server.clock.advance(recordingRestMs)
    await server.sweep()
    await server.settle()
    const vera = await server.signIn('vera')
    const recording = await recordingOf(vera)
    // A WebM does not say how long its last packet is: 20 ms less for each segment.
    expect(recording).toMatchObject({ state: 'ready', canListen: true, ms: 1_960 })
    expect(recording?.peaks).toEqual([
      [16, 255],
      [128, 1],
      [16, 255],
      [128, 1],
    ])
    expect(await recordingOf()).toMatchObject({ state: 'ready', canListen: false, peaks: [] })
    const whole = await sound(vera)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/webm'])
    expect(whole.headers.get('cache-control')).toBe('private, no-store')
    expect((await whole.arrayBuffer()).byteLength).toBe(recording?.bytes)
    expect((await sound(vera, { range: 'bytes=0-3' })).status).toBe(206)
    expect((await sound(anna)).status).toBe(403)
    expect((await sound(await server.signIn('fiona'))).status).toBe(404)
    server.clock.advance(11 * 60_000)
    await sound(vera)
    const { items } = await vera.call('listAudit')
    expect(items).toMatchObject([
      { kind: 'recording.listened', operator: { id: 'vera' }, subjectId: callId, customer: { name: 'Elena' } },
      { kind: 'recording.listened', operator: { id: 'vera' } },
    ])
    const first = await vera.call('listAudit', { query: { limit: 1 } })
    const next = await vera.call('listAudit', { query: { limit: 1, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    expect(next.nextCursor).toBeNull()
    expect(await refusal(anna.call('listAudit'))).toBe('FORBIDDEN')
    // The parts are gone, and so is the segments' list.
    expect(await server.services.store.read.select().from(server.services.store.t.recordingSegments)).toEqual([])
  })

  test('is heard by its operator where the queue lets its team, and by no other', async () => {
    await hangUp()
    await setQueue({ recordingListeners: 'team' })
    callId = await talk()
    await answer(true)
    await record('segment-1')
    await hangUp()
    server.clock.advance(recordingRestMs)
    await server.sweep()
    expect((await sound(anna)).status).toBe(200)
    expect((await sound(await server.signIn('boris'))).status).toBe(403)
  })

  test('without its tail has what came; without anything it has failed', async () => {
    await answer(true)
    server.clock.advance(2_000)
    const [first] = (await streamedWebm(2_000, 2)) as [Uint8Array<ArrayBuffer>]
    await send(0, first)
    await hangUp()
    server.clock.advance(recordingRestMs)
    await server.sweep()
    const row = await rowOf()
    expect(row?.state).toBe('ready')
    expect(row?.ms).toBeGreaterThan(500)
    expect(row?.ms).toBeLessThan(2_000)
    callId = await talk()
    await answer(true)
    await hangUp()
    server.clock.advance(recordingRestMs)
    await server.sweep()
    expect(await recordingOf()).toMatchObject({ state: 'failed', canListen: false })
  })

  test('is erased when its days are over, and its row says so', async () => {
    await answer(true)
    await record('segment-1')
    await hangUp()
    server.clock.advance(recordingRestMs)
    await server.sweep()
    const fileId = (await rowOf())?.fileId ?? ''
    server.clock.advance((recordingDays.usual - 1) * dayMs)
    await server.sweep()
    expect(await rowOf()).toMatchObject({ state: 'ready' })
    server.clock.advance(dayMs)
    await server.sweep()
    await server.settle()
    expect(await rowOf()).toMatchObject({ state: 'erased', fileId: null, peaks: '', bytes: 0, eraseAt: null })
    await expect(access(pathOf(server.services.config.dataDir, fileId))).rejects.toThrow('ENOENT')
    expect((await sound(await server.signIn('vera'))).status).toBe(404)
  })

  test('of a telephone system comes whole, once, and only where its queue keeps it', async () => {
    await hangUp()
    await setQueue({ recordsCalls: false })
    callId = await talk()
    const [whole] = (await streamedWebm(3_000, 1)) as [Uint8Array<ArrayBuffer>]
    const take = (bytes: Uint8Array) => takeRecording(server.services, { callId, body: Readable.from([bytes]) })
    expect(await refusal(take(whole))).toBe('NOT_ALLOWED_NOW')
    await setQueue({ recordsCalls: true })
    expect(await refusal(take(Buffer.from('hello')))).toBe('FILE_TYPE_REFUSED')
    expect(await take(whole)).toEqual({ isKept: true })
    expect(await take(whole)).toEqual({ isKept: false })
    const vera = await server.signIn('vera')
    expect(await recordingOf(vera)).toMatchObject({ origin: 'phone', state: 'ready', ms: 2_980, canListen: true })
    expect((await sound(vera)).status).toBe(200)
  })
})
