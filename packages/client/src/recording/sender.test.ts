import { expect, test } from 'vitest'
import { ApiError } from '../api-error.ts'
import { inMemory, type KeptChunk } from './kept-chunks.ts'
import { afterRefusal, createSender } from './sender.ts'

const refused = (code: string, details: Record<string, unknown> = {}): ApiError =>
  new ApiError({ code: code as never, message: '', details, requestId: '' })

test.each<[string, ApiError, 'done' | 'lost' | 'again']>([
  ['no answer', refused('OFFLINE'), 'again'],
  ['a busy server', refused('UNAVAILABLE'), 'again'],
  ['a session that ended', refused('NOT_SIGNED_IN'), 'again'],
  ['it is there already', refused('CONFLICT', { nextSeq: 6 }), 'done'],
  ['one before it is missing', refused('CONFLICT', { nextSeq: 3 }), 'lost'],
  ['somebody wrote at once', refused('CONFLICT'), 'again'],
  ['the recording is whole', refused('NOT_ALLOWED_NOW'), 'done'],
  ['no right', refused('NOT_FOUND'), 'done'],
])('%s', (_name, error, fate) => {
  expect(afterRefusal(error, 5)).toBe(fate)
})

const chunk = (seq: number, segmentId = 'segment-1', ownerId = 'anna') => ({
  ownerId,
  callId: 'call',
  segmentId,
  seq,
  ms: 2_000,
  startedAt: Date.now(),
  peaks: '',
  isLast: false,
  bytes: new ArrayBuffer(1),
})

/** Answers calls by the list, then takes everything. */
async function sendAll(answers: (ApiError | null)[], chunks: ReturnType<typeof chunk>[]) {
  const kept = inMemory()
  for (const one of chunks) await kept.add(one)
  const sent: string[] = []
  const waits: number[] = []
  const sender = createSender({
    ownerId: 'anna',
    kept,
    send: async ({ segmentId, seq }: KeptChunk) => {
      sent.push(`${segmentId} ${seq}`)
      const answer = answers.shift()
      if (answer) throw answer
    },
    wait: async (ms) => void waits.push(ms),
  })
  sender.wake()
  await sender.idle()
  return { sent, waits, left: await kept.first('anna'), ofBoris: await kept.first('boris') }
}

test('parts go in order, one is repeated with growing pauses until there is an answer', async () => {
  const offline = refused('OFFLINE')
  const { sent, waits, left } = await sendAll([null, offline, offline, offline], [chunk(0), chunk(1), chunk(2)])
  expect(sent).toEqual([0, 1, 1, 1, 1, 2].map((seq) => `segment-1 ${seq}`))
  expect(waits).toEqual([1_000, 2_000, 4_000])
  expect(left).toBeNull()
})

test('of a segment with a hole nothing more is sent, the next one goes', async () => {
  const { sent, left } = await sendAll(
    [refused('CONFLICT', { nextSeq: 2 })],
    [chunk(4), chunk(5), chunk(0, 'segment-2')],
  )
  expect(sent).toEqual(['segment-1 4', 'segment-2 0'])
  expect(left).toBeNull()
})

test('what another operator recorded in this browser waits for him', async () => {
  const { sent, ofBoris } = await sendAll([], [chunk(0, 'his-segment', 'boris'), chunk(0)])
  expect(sent).toEqual(['segment-1 0'])
  expect(ofBoris).toMatchObject({ segmentId: 'his-segment' })
})

test('what is older than a day is not sent any more', async () => {
  const old = { ...chunk(0), startedAt: Date.now() - 25 * 60 * 60_000 }
  const { sent, left } = await sendAll([], [old])
  expect(sent).toEqual([])
  expect(left).toBeNull()
})
