import { screen } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { FakeServer, openWidget } from '../testing/fakes.tsx'

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
