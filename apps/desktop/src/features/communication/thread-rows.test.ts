import { aComment, aMessage, anActivity } from '@care/testkit'
import { expect, test } from 'vitest'
import type { Thread } from '../../shared/entities/messages.ts'
import { rowsOf } from './thread-rows.ts'

const day = (n: number, hour = 10): number => new Date(2026, 3, n, hour).getTime()
const marks = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }
const customer = { kind: 'customer' as const, id: 'c', name: '' }
const said = (seq: number, createdAt: number) =>
  aMessage({ id: `m${seq}`, clientMessageId: `client-${seq}`, seq, createdAt, author: customer })
const thread = (items: Thread['items'], more: Partial<Thread> = {}): Thread => ({
  items,
  hasEarlier: false,
  hasLater: false,
  latestSeq: items.at(-1)?.seq ?? 0,
  marks,
  syncedAt: 0,
  ...more,
})
const activity = anActivity({ endedAt: null })
const rows = (shown: Thread, more: Partial<Parameters<typeof rowsOf>[0]> = {}) =>
  rowsOf({ activity, thread: shown, comments: [], pending: [], newAfterSeq: null, ...more })

test('days, the beginning and "New" stand above the line they belong to', () => {
  const found = rows(thread([said(1, day(1)), said(2, day(1, 11)), said(3, day(2))]), { newAfterSeq: 1 })
  expect(found.map(({ lead }) => Object.keys(lead))).toEqual([['dayAt', 'startedOf'], ['isNew'], ['dayAt']])
})

test('rows keep their keys and their leads when a page comes in front', () => {
  const late = [said(3, day(2)), said(4, day(3))]
  const before = rows(thread(late, { hasEarlier: true }))
  const after = rows(thread([said(1, day(1)), said(2, day(2, 9)), ...late]))
  // Above the first of a stretch the day goes on: it has no line that would move.
  expect(before[0]?.lead).toEqual({})
  expect(after.slice(2).map(({ key, lead }) => [key, lead])).toEqual(before.map(({ key, lead }) => [key, lead]))
})

test('what waits to be sent stands last, and once: its news may come before its answer', () => {
  const waits = (id: string, kind: 'message' | 'comment') =>
    ({ id, kind, activityId: activity.id, text: '' }) as unknown as Parameters<typeof rowsOf>[0]['pending'][number]
  const pending = [waits('client-2', 'message'), waits('key-1', 'comment'), waits('key-2', 'comment')]
  const comments = [aComment({ clientCommentId: 'key-1', createdAt: day(2) })]
  const found = rows(thread([said(1, day(1)), said(2, day(3))]), { pending, comments })
  expect(found.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'message client-1',
    'comment key-1',
    'message client-2',
    'pending key-2',
  ])
})

test('comments stand at their time, and wait outside the stretch that is at hand', () => {
  const at = (n: number) => aComment({ id: `note-${n}`, createdAt: day(n) })
  const comments = [at(1), at(4), at(9)]
  const stretch = thread([said(3, day(3)), said(5, day(5))], { hasEarlier: true, hasLater: true })
  expect(rows(stretch, { comments }).map(({ key }) => key)).toEqual(['client-3', 'note-4', 'client-5'])
})

test('what waits to be sent and the end of the talk stand only behind the very last message', () => {
  const item = {
    id: 'client-9',
    kind: 'message' as const,
    activityId: 'ac',
    requestId: 're',
    text: 'Soon',
    attachments: [],
    createdAt: day(9),
    thenWait: false,
    isSaid: false,
    state: 'waiting' as const,
  }
  const one = [said(1, day(1))]
  const ended = { ...activity, endedAt: day(2) }
  const keys = (shown: Thread) => rows(shown, { activity: ended, pending: [item] }).map(({ kind }) => kind)
  expect(keys(thread(one))).toEqual(['message', 'ended', 'pending'])
  expect(keys(thread(one, { hasLater: true }))).toEqual(['message'])
})

test('a talk in which nothing was said shows its beginning', () => {
  expect(rows(thread([])).map(({ kind, lead }) => [kind, Object.keys(lead)])).toEqual([['begun', ['startedOf']]])
})
