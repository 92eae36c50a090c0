import type { Notification } from '@care/contract'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { noteShown, useTakeAwayLooked } from './news.ts'

afterEach(() => vi.restoreAllMocks())

/** Told by the browser alone, as its kind is not kept in the panel: handled from the start. */
function show(id: string, requestId: string | null) {
  const takeAway = vi.fn<() => void>()
  const request = requestId === null ? null : { id: requestId }
  noteShown({ id, kind: 'mention', handledAt: 1, request } as Notification, takeAway)
  return takeAway
}
const look = (requestId: string | null) =>
  renderHook(({ id }) => useTakeAwayLooked(id), { initialProps: { id: requestId } })

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
