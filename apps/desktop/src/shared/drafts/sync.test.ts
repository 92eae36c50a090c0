import type { Draft } from '@care/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryKv } from '../storage/kv.ts'
import { fakeServer, NoAnswer } from '../testing/fake-server.ts'
import { getDraft, setDraft, startDrafts, useDrafts } from './drafts.ts'
import type { Synced } from './reconcile.ts'
import { startDraftSync } from './sync.ts'

const draft = (text: string, rev: number, more: Partial<Draft> = {}): Draft => ({
  activityId: 'ac-1',
  kind: 'reply',
  text,
  attachments: [],
  otherText: null,
  seenSeq: null,
  editedAt: 1,
  rev,
  ...more,
})
const bodies = () => server.callsTo('saveDraft').map(({ body }) => body as { text: string; basedOn: number })
let server: ReturnType<typeof fakeServer>
let stored: Draft[]
let stop = (): void => undefined
const start = async (kv = memoryKv<Synced>()): Promise<void> => {
  stop = startDraftSync('anna', kv)
  await vi.advanceTimersByTimeAsync(0)
}
const rest = () => vi.advanceTimersByTimeAsync(6_000)

beforeEach(async () => {
  vi.useFakeTimers()
  localStorage.clear()
  stored = []
  server = fakeServer({
    listDrafts: () => ({ items: stored, nextCursor: null }),
    saveDraft: ({ body }) => {
      const { text, basedOn } = body as { text: string; basedOn: number }
      return text === '' ? draft('', 0) : draft(text, basedOn + 1)
    },
  })
  useDrafts.setState({ drafts: {}, saved: new Set(), others: {} })
  await startDrafts('anna', memoryKv())
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('what is written goes to the server after a rest, and what is sent is gone there', async () => {
  await start()
  setDraft('ac-1', 'reply', 'Hel')
  setDraft('ac-1', 'reply', 'Hello')
  await rest()
  expect(bodies()).toMatchObject([{ text: 'Hello', basedOn: 0 }])
  setDraft('ac-1', 'reply', '')
  await rest()
  expect(bodies()[1]).toMatchObject({ text: '', basedOn: 1 })
})

test('what was begun at another computer is here, with what another window wrote beside it', async () => {
  stored = [draft('From home', 4, { otherText: 'From the office', seenSeq: 7 })]
  await start()
  expect(getDraft('ac-1', 'reply')).toBe('From home')
  expect(getDraft('ac-1', 'seen')).toBe('7')
  expect(useDrafts.getState().others).toEqual({ 'ac-1/reply': 'From the office' })
  await rest()
  expect(bodies()).toEqual([])
})

test('what was sent elsewhere while this desk was closed is gone here too', async () => {
  const kv = memoryKv<Synced>()
  await kv.set('ac-1/reply', { rev: 3, editedAt: 1, isDirty: false })
  setDraft('ac-1', 'reply', 'Sent at home')
  await start(kv)
  expect(getDraft('ac-1', 'reply')).toBe('')
})

test('what is not with the server is tried again and never overwritten', async () => {
  const kv = memoryKv<Synced>()
  await kv.set('ac-1/reply', { rev: 3, editedAt: 1, isDirty: true })
  setDraft('ac-1', 'reply', 'Written in the train')
  stored = [draft('From home', 4)]
  let tries = 0
  server.answers.saveDraft = () => {
    tries += 1
    if (tries === 1) throw new NoAnswer()
    return draft('Written in the train', 5, { otherText: 'From home' })
  }
  await start(kv)
  expect(getDraft('ac-1', 'reply')).toBe('Written in the train')
  await rest()
  await rest()
  expect(tries).toBe(2)
  expect(getDraft('ac-1', 'reply')).toBe('Written in the train')
  expect(useDrafts.getState().others).toEqual({ 'ac-1/reply': 'From home' })
})

test('a draft that is too long for the server stays on this computer', async () => {
  await start()
  setDraft('ac-1', 'reply', 'x'.repeat(40_001))
  await rest()
  expect(bodies()).toEqual([])
  expect(getDraft('ac-1', 'reply')).toHaveLength(40_001)
})
