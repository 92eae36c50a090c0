import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { activityKeys } from '../entities/activity.ts'
import { putMessage, type Thread } from '../entities/messages.ts'
import { entityEvents } from '../entities/realtime.ts'
import { requestKeys } from '../entities/request.ts'
import { freshness, keepNewest } from '../entities/versions.ts'
import { aComment, aMessage, aRequest } from '@care/testkit'
import { startDispatcher } from './dispatcher.ts'
import type { DeskPushes } from './events.ts'

function fakeSocket() {
  const handlers = new Map<string, (payload: never) => void>()
  return {
    on: <K extends keyof DeskPushes>(event: K, handler: (payload: DeskPushes[K]) => void) => {
      handlers.set(event, handler as (payload: never) => void)
      return () => void handlers.delete(event)
    },
    push: (event: string, payload: unknown) => handlers.get(event)?.(payload as never),
    handlers,
  }
}
const marks = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }

describe('versions', () => {
  test.each([
    [undefined, 3, 'refetch', 'nothing cached'],
    [3, 3, 'ignore', 'the echo of one’s own change'],
    [5, 3, 'ignore', 'late'],
    [2, 3, 'patch', 'one behind'],
    [1, 3, 'refetch', 'further behind'],
  ] as const)('cached %s, event %s: %s (%s)', (cached, event, answer, _why) => {
    expect(freshness(cached, event)).toBe(answer)
  })

  test('an answer that is older than the cache is not taken', () => {
    const client = new QueryClient()
    keepNewest(client, ['x'], { version: 4, word: 'new' })
    keepNewest(client, ['x'], { version: 3, word: 'old' })
    expect(client.getQueryData(['x'])).toEqual({ version: 4, word: 'new' })
  })
})

describe('the dispatcher', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('gives one event to every feature that wants it, in order, once a frame', () => {
    const socket = fakeSocket()
    const client = new QueryClient()
    const heard: string[] = []
    startDispatcher(socket, client, [
      { 'tasks.changed': (_client, { activityId }) => heard.push(`a ${activityId}`) },
      {
        'tasks.changed': (_client, { activityId }) => heard.push(`b ${activityId}`),
        'queue.changed': () => heard.push('queue'),
      },
    ])
    socket.push('tasks.changed', { activityId: '1' })
    socket.push('queue.changed', { queueId: 'q' })
    socket.push('tasks.changed', { activityId: '2' })
    expect(heard).toEqual([])
    vi.advanceTimersByTime(20)
    expect(heard).toEqual(['a 1', 'b 1', 'queue', 'a 2', 'b 2'])
  })

  test('is deaf after it was stopped', () => {
    const socket = fakeSocket()
    const heard = vi.fn<() => void>()
    const stop = startDispatcher(socket, new QueryClient(), [{ 'session.ended': heard }])
    socket.push('session.ended', {})
    stop()
    vi.advanceTimersByTime(50)
    expect(heard).not.toHaveBeenCalled()
    expect(socket.handlers.size).toBe(0)
  })
})

describe('what events do to the cache', () => {
  const invalidated = (client: QueryClient, key: readonly unknown[]) =>
    client.getQueryState(key)?.isInvalidated ?? false

  test('request.changed is ignored at the cached version and fetched past it', () => {
    const client = new QueryClient()
    const key = requestKeys.details('re-1')
    client.setQueryData(key, aRequest({ id: 're-1', version: 7 }))
    entityEvents['request.changed'](client, { requestId: 're-1', customerId: 'cu-1', version: 7 })
    expect(invalidated(client, key)).toBe(false)
    entityEvents['request.changed'](client, { requestId: 're-1', customerId: 'cu-1', version: 8 })
    expect(invalidated(client, key)).toBe(true)
  })

  test('a push that names no real version, as that of a rating, is fetched and hides no later change', () => {
    const client = new QueryClient()
    const key = requestKeys.details('re-1')
    const changed = (version: number) =>
      entityEvents['request.changed'](client, { requestId: 're-1', customerId: 'cu-1', version })
    client.setQueryData(key, aRequest({ id: 're-1', version: 7 }))
    changed(Number.MAX_SAFE_INTEGER)
    expect(invalidated(client, key)).toBe(true)
    client.setQueryData(key, aRequest({ id: 're-1', version: 7 }))
    expect(invalidated(client, key)).toBe(false)
    changed(8)
    expect(invalidated(client, key)).toBe(true)
  })

  test('a comment is appended once, and only to a list that was fetched', () => {
    const client = new QueryClient()
    const comment = aComment({ activityId: 'ac-1' })
    entityEvents['comment.added'](client, { comment })
    expect(client.getQueryData(activityKeys.comments('ac-1'))).toBeUndefined()
    client.setQueryData(activityKeys.comments('ac-1'), { items: [], hasEarlier: false })
    entityEvents['comment.added'](client, { comment })
    entityEvents['comment.added'](client, { comment })
    expect(client.getQueryData(activityKeys.comments('ac-1'))).toEqual({ items: [comment], hasEarlier: false })
  })

  test('the next message is appended, a known one ignored, a gap fetched', async () => {
    const client = new QueryClient()
    const key = activityKeys.messages('ac-1')
    const message = (seq: number) =>
      aMessage({ id: `m${seq}`, activityId: 'ac-1', seq, clientMessageId: `client-${seq}` })
    const whole = { hasEarlier: false, hasLater: false, latestSeq: 1, marks, syncedAt: 0 }
    client.setQueryData<Thread>(key, { ...whole, items: [message(1)] })
    putMessage(client, message(2))
    putMessage(client, message(2))
    expect(client.getQueryData<Thread>(key)?.items.map(({ seq }) => seq)).toEqual([1, 2])
    putMessage(client, message(4))
    expect(client.getQueryData<Thread>(key)?.items.map(({ seq }) => seq)).toEqual([1, 2])
    await expect.poll(() => invalidated(client, key)).toBe(true)
  })
})
