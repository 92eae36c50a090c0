import type { Notification } from '@care/contract'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { meQuery } from '../../shared/entities/me.ts'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, NoAnswer } from '../../shared/testing/fake-server.ts'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { notificationEvents } from './news.ts'
import { NotificationPanel } from './NotificationPanel.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  act(() => useConnection.setState({ state: 'connecting' }))
})

const hour = 3_600_000
const aNotification = (fields: Partial<Notification> = {}): Notification => ({
  id: 'n-1',
  kind: 'mention',
  at: Date.now() - 60_000,
  seenAt: null,
  handledAt: null,
  times: 1,
  actor: { kind: 'operator', id: 'op-boris', name: 'Boris Petrov' },
  request: { id: 'rq-1', number: 7, title: 'Pump is loud', customer: { id: 'cu-1', name: 'Jonas', isVip: false } },
  activityId: 'ac-1',
  commentId: 'co-1',
  subjectId: null,
  excerpt: 'Can you look, @Anna Petrova?',
  ...fields,
})

function show(items: Notification[], onGoTo = vi.fn<(item: Notification) => void>()) {
  const server = fakeServer({
    listNotifications: ({ query }) => ({
      items: items.filter(({ handledAt }) => query.which === 'all' || handledAt === null),
      nextCursor: null,
    }),
    seeNotifications: () => ({ unread: 0 }),
    handleNotifications: () => ({ unread: 0 }),
  })
  const onClose = vi.fn<() => void>()
  const client = testClient({ ...anna, notifications: { ...anna.notifications, unread: items.length } })
  renderDesk(<NotificationPanel onGoTo={onGoTo} onSettings={() => undefined} onClose={onClose} />, client)
  return { server, onGoTo, onClose, client }
}
const row = (name: RegExp) => screen.findByRole('button', { name })

test('lines stand by day and say what, of whom and about what; one opens the spot and is handled', async () => {
  const item = aNotification()
  const customer = { id: 'cu-1', name: 'Jonas', isVip: true }
  const ofVip = { id: 'rq-1', number: 7, title: 'Pump is loud', customer }
  const { onGoTo, server, client } = show([
    item,
    aNotification({
      id: 'n-2',
      kind: 'transferDeclined',
      at: Date.now() - 50 * hour,
      seenAt: 1,
      commentId: null,
      request: ofVip,
    }),
  ])
  const today = await screen.findByRole('region', { name: /^(Today|Yesterday)$/ })
  await userEvent.click(
    within(today).getByRole('button', { name: /^Unread Boris Petrov mentioned you Can you look, @Anna Petrova\?/ }),
  )
  expect(onGoTo).toHaveBeenCalledWith(item)
  await waitFor(() => expect(server.callsTo('handleNotifications')).toMatchObject([{ body: { ids: ['n-1'] } }]))
  await waitFor(() => expect(client.getQueryData(meQuery.queryKey)?.notifications.unread).toBe(0))
  expect(await row(/Boris Petrov declined; it is still yours VIP #7 Pump is loud/)).toBeTruthy()
})

test('a transfer is only read by opening it: it is done when it is answered', async () => {
  const { server } = show([aNotification({ kind: 'transfer', commentId: null })])
  await userEvent.click(await row(/wants to hand a task over/))
  await waitFor(() => expect(server.callsTo('seeNotifications')).toMatchObject([{ body: { ids: ['n-1'] } }]))
  expect(server.callsTo('handleNotifications')).toHaveLength(0)
})

test('one is done without opening it', async () => {
  const { server } = show([aNotification(), aNotification({ id: 'n-2' })])
  await userEvent.click((await screen.findAllByRole('button', { name: 'Done with it' }))[0] as HTMLElement)
  await waitFor(() => expect(server.callsTo('handleNotifications')).toMatchObject([{ body: { ids: ['n-1'] } }]))
})

test('all are marked as read at once', async () => {
  const { server } = show([aNotification(), aNotification({ id: 'n-2' })])
  await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  await waitFor(() => expect(server.callsTo('seeNotifications')).toMatchObject([{ body: {} }]))
  expect(screen.getByRole('button', { name: 'Mark all as read' })).toHaveProperty('disabled', true)
})

test('arrows go from line to line, Esc closes and gives the focus back', async () => {
  const { onClose } = show([aNotification(), aNotification({ id: 'n-2', excerpt: 'Second' })])
  await screen.findByRole('button', { name: /Second/ })
  expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'Notifications' }))
  screen.getByRole('button', { name: /Can you look/ }).focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Second/ }))
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('what is handled elsewhere goes, and stands under All', async () => {
  const items = [aNotification()]
  const { client } = show(items)
  await row(/mentioned you/)
  items[0] = aNotification({ handledAt: Date.now() })
  notificationEvents['notifications.changed'](client, { unread: 0, added: null })
  expect(await screen.findByText('Nothing new')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'All' }))
  expect(await row(/mentioned you/)).toBeTruthy()
})

test('empty, not loaded, and without a connection', async () => {
  const { server } = show([])
  expect(await screen.findByText('Nothing new')).toBeTruthy()
  server.answers.listNotifications = () => {
    throw new NoAnswer()
  }
  await userEvent.click(screen.getByRole('button', { name: 'All' }))
  expect(await screen.findByText('Notifications did not load')).toBeTruthy()
  server.answers.listNotifications = () => ({ items: [], nextCursor: null })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No notifications yet')).toBeTruthy()
  act(() => useConnection.setState({ state: 'reconnecting' }))
  expect(await screen.findByText(/^No connection/)).toBeTruthy()
})

test('of a request that one may not see any more only that there was something', async () => {
  show([aNotification({ request: null, activityId: null, commentId: null, excerpt: '' })])
  expect(await row(/mentioned you You do not see this request any more/)).toBeTruthy()
})
