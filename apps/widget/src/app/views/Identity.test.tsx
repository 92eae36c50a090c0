import type { EarlierChat } from '@care/contract'
import { screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { aChat, FakeServer, openWidget } from '../testing/fakes.tsx'

let server: FakeServer
const user = userEvent.setup()
beforeEach(() => {
  localStorage.clear()
  server = new FakeServer()
})
const field = (name: string): HTMLElement => screen.getByRole('textbox', { name })

it('leaves nothing of a signed-in customer to the next one in the same browser', async () => {
  server.visitorId = 'anna'
  const anna = await openWidget(server)
  await user.type(field('Your question'), 'A secret of Anna')
  anna.unmount()
  const kept = { clientMessageId: 'out-0123456789', text: 'Not sent', attachments: [], createdAt: 1, refused: null }
  localStorage.setItem('care:demo:out:out-0123456789', JSON.stringify(kept))
  server.visitorId = 'boris'
  const { widget } = await openWidget(server)
  expect((field('Your question') as HTMLTextAreaElement).value).toBe('')
  expect(widget.store.get().outbox).toEqual([])
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain('Not sent')
  expect(server.bodies('sendWidgetMessage')).toEqual([])
})

it('keeps the half-filled form of who was unknown when he signs in', async () => {
  const unknown = await openWidget(server)
  await user.type(field('Your question'), 'Half')
  unknown.unmount()
  server.visitorId = 'anna'
  await openWidget(server)
  expect((field('Your question') as HTMLTextAreaElement).value).toBe('Half')
})

const aTalk: EarlierChat = {
  activityId: 'old',
  requestNumber: 4,
  operatorName: 'Maya',
  startedAt: Date.UTC(2026, 9, 3, 9, 5),
  endedAt: Date.UTC(2026, 9, 3, 9, 45),
  firstWords: 'Where is my order?',
}

it('shows a signed-in customer his talks of before, to read, and goes back to where he was', async () => {
  server.visitorId = 'anna'
  server.earlier = [aTalk]
  server.say('It comes on Monday.')
  await openWidget(server)
  await user.type(field('Your question'), 'Half')
  server.failures = [['listEarlierChats', 'FORBIDDEN']]
  await user.click(screen.getByRole('button', { name: 'Earlier talks' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  const talk = await screen.findByRole('button', { name: /Where is my order\?.*Maya/ })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Earlier talks' })))
  await user.click(talk)
  expect(await screen.findByText('It comes on Monday.')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(server.bodies('setWidgetMarks')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Earlier talks' }))
  await user.click(await screen.findByRole('button', { name: 'Back' }))
  expect((field('Your question') as HTMLTextAreaElement).value).toBe('Half')
})

it('leaves the talks of before when an operator is there', async () => {
  server.visitorId = 'anna'
  server.earlier = [aTalk]
  const { widget } = await openWidget(server)
  await user.click(screen.getByRole('button', { name: 'Earlier talks' }))
  await screen.findByRole('heading', { name: 'Earlier talks' })
  widget.store.set('chat', aChat())
  expect(await screen.findByRole('textbox', { name: 'Message' })).toBeTruthy()
  widget.store.set('chat', aChat({ state: 'ended', endedAt: Date.now() }))
  expect(await screen.findByRole('button', { name: 'New chat' })).toBeTruthy()
})

it('offers no talks of before to the unknown, nor where there are none', async () => {
  server.earlier = [aTalk]
  const unknown = await openWidget(server)
  expect(screen.queryByRole('button', { name: 'Earlier talks' })).toBeNull()
  unknown.unmount()
  server.visitorId = 'anna'
  server.earlier = []
  await openWidget(server)
  expect(screen.queryByRole('button', { name: 'Earlier talks' })).toBeNull()
})
