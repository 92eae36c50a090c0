import type { Notification } from '@care/contract'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, NoAnswer } from '../../shared/testing/fake-server.ts'
import { liveQueues, noteShown, notificationEvents, useTakeAwayLooked } from './news.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Told by the browser alone, as its kind is not kept in the panel: handled from the start. */
function show(id: string, requestId: string | null, about: Partial<Notification> = { kind: 'mention' }) {
  const takeAway = vi.fn<() => void>()
  const request = requestId === null ? null : { id: requestId }
  noteShown({ id, handledAt: 1, subjectId: null, request, ...about } as Notification, takeAway)
  return takeAway
}
const look = (place: string | null) => renderHook(({ id }) => useTakeAwayLooked(id), { initialProps: { id: place } })

test('what the panel does not keep is taken away once its request is looked at, and nothing else with it', () => {
  const { rerender, unmount } = look(null)
  const [pump, tank, queue] = [show('n1', 're-pump'), show('n2', 're-tank'), show('n3', null)]
  rerender({ id: 're-tank' })
  expect([pump, tank, queue].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 0])
  rerender({ id: 're-pump' })
  rerender({ id: 're-tank' })
  expect([pump, tank, queue].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
  unmount()
})

test('a tab behind another window looks at nothing until it is in front', () => {
  const isVisible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const note = show('n4', 're-pump')
  const { unmount } = look('re-pump')
  expect(note).not.toHaveBeenCalled()
  isVisible.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(note).toHaveBeenCalledTimes(1)
  unmount()
})

test('looked at in another tab it is taken away too', async () => {
  const note = show('n5', 're-pump')
  const { unmount } = look(null)
  const other = new BroadcastChannel('care-looked')
  other.postMessage('re-pump')
  await waitFor(() => expect(note).toHaveBeenCalledTimes(1))
  other.close()
  unmount()
})

test('that a queue is late has been read once live queues are looked at', () => {
  const late = show('n6', null, { kind: 'alert', subjectId: 'q-orders' })
  const { rerender, unmount } = look('re-pump')
  expect(late).not.toHaveBeenCalled()
  rerender({ id: liveQueues })
  expect(late).toHaveBeenCalledTimes(1)
  unmount()
})

test('a to-do is told until it rings no more, whoever says so; without an answer it stays', async () => {
  const server = fakeServer({
    listTodos: () => {
      throw new NoAnswer()
    },
  })
  const changed = notificationEvents['followUps.changed']
  changed()
  expect(server.calls).toHaveLength(0)
  const [call, write] = ['to-call', 'to-write'].map((subjectId) =>
    show(subjectId, null, { kind: 'todoDue', subjectId }),
  )
  const mention = show('n7', 're-pump')
  changed()
  await waitFor(() => expect(server.callsTo('listTodos')).toHaveLength(1))
  server.answers.listTodos = () => ({ items: [{ id: 'to-write' }], nextCursor: null }) as never
  changed()
  await waitFor(() => expect(call).toHaveBeenCalledTimes(1))
  expect(server.callsTo('listTodos')[1]?.query).toMatchObject({ rings: 'true' })
  expect([write, mention].map((note) => note?.mock.calls.length)).toEqual([0, 0])
})

test('what is about no request goes by itself after a quarter of an hour, what is about one stays', () => {
  vi.useFakeTimers()
  const [gone, pump] = [show('n8', null), show('n9', 're-pump')]
  vi.advanceTimersByTime(15 * 60_000 - 1)
  expect(gone).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(gone).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(pump).not.toHaveBeenCalled()
})
