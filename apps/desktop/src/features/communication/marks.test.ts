import { beforeEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../shared/testing/fake-server.ts'
import { sendMarks, setMarks } from './marks.ts'

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  vi.useFakeTimers()
  server = fakeServer({
    setMarks: () => ({ customerDelivered: 0, customerRead: 0, operatorDelivered: 3, operatorRead: 3 }),
  })
  return () => vi.useRealTimers()
})
const sent = () => server.callsTo('setMarks').map(({ body }) => body)

test('marks of one talk are bundled to the furthest', async () => {
  setMarks('ac-1', { delivered: 3, read: 2 })
  setMarks('ac-1', { read: 3 })
  await vi.advanceTimersByTimeAsync(300)
  expect(sent()).toEqual([{ delivered: 3, read: 3 }])
})

test('what waits is said at once before something else of the talk, and not again later', async () => {
  setMarks('ac-1', { delivered: 3, read: 3 })
  await sendMarks('ac-1')
  expect(sent()).toEqual([{ delivered: 3, read: 3 }])
  await sendMarks('ac-1')
  await vi.advanceTimersByTimeAsync(300)
  expect(sent()).toHaveLength(1)
})
