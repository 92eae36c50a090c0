import { beforeEach, expect, test, vi } from 'vitest'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { forgetMarks, sendMarks, setMarks } from './marks.ts'

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

test('what was lost on the way is said again, with what came since; a refusal is not', async () => {
  let failure: Error | null = new NoAnswer()
  server = fakeServer({
    setMarks: () => {
      if (failure) throw failure
      return { customerDelivered: 0, customerRead: 0, operatorDelivered: 4, operatorRead: 4 }
    },
  })
  setMarks('ac-1', { delivered: 3, read: 3 })
  await vi.advanceTimersByTimeAsync(300)
  failure = null
  await vi.advanceTimersByTimeAsync(3_000)
  expect(sent()).toEqual([
    { delivered: 3, read: 3 },
    { delivered: 3, read: 3 },
  ])
  failure = new Refusal('FORBIDDEN')
  setMarks('ac-1', { read: 4 })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent()).toHaveLength(3)
})

test('what was lost is not said any more once the talk is marked as unread', async () => {
  server = fakeServer({
    setMarks: () => {
      throw new NoAnswer()
    },
  })
  setMarks('ac-1', { read: 3 })
  await sendMarks('ac-1')
  forgetMarks('ac-1')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent()).toHaveLength(1)
})
