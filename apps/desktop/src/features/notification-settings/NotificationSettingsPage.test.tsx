import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { NotificationSettingsPage } from './NotificationSettingsPage.tsx'

afterEach(() => vi.unstubAllGlobals())

function show(me = anna) {
  const server = fakeServer({
    changeNotificationSettings: ({ body }) => ({ ways: {}, volume: 60, ...(body as object) }),
    setDoNotDisturb: ({ body }) => {
      const { isOn, until } = body as { isOn: boolean; until: number | null }
      return { ...anna.presence, doNotDisturb: isOn ? { until, by: 'hand' as const } : null }
    },
    setQuietHours: () => anna.presence,
    getMe: () => me,
  })
  renderDesk(<NotificationSettingsPage />, testClient(me))
  return server
}
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('a line per event and a column per way: defaults, and what is not there', async () => {
  const server = show()
  expect(box('Somebody mentions me: Sound').checked).toBe(true)
  expect(box('Alert about a queue: Sound').checked).toBe(false)
  expect(screen.queryByRole('checkbox', { name: 'A task is offered to me: In the desktop' })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: 'A task is offered to me: E-mail' })).toBeNull()
  await userEvent.click(box('Somebody mentions me: Sound'))
  expect(box('Somebody mentions me: Sound').checked).toBe(false)
  expect(server.callsTo('changeNotificationSettings')).toMatchObject([
    { body: { ways: { mention: { sound: false } } } },
  ])
})

test('e-mail is chosen where it stands in the desktop too', async () => {
  const server = show()
  const mail = () => box('Somebody mentions me: E-mail')
  expect([mail().checked, mail().disabled]).toEqual([false, false])
  expect(screen.getByText(/^An e-mail goes out for what nobody has looked at for two minutes/)).toBeTruthy()
  await userEvent.click(mail())
  expect(mail().checked).toBe(true)
  expect(server.callsTo('changeNotificationSettings')).toMatchObject([{ body: { ways: { mention: { email: true } } } }])
  await userEvent.click(box('Somebody mentions me: In the desktop'))
  await waitFor(() => expect(mail().disabled).toBe(true))
  expect(box('Alert about a queue: E-mail').disabled).toBe(false)
})

test.each([
  { permissions: anna.permissions, isLed: false },
  { permissions: [...anna.permissions, 'settings.channels' as const], isLed: true },
])('without a mailbox there is no e-mail, and it is said why; who may set one up is led there: $isLed', async (of) => {
  show({ ...anna, permissions: of.permissions, notifications: { ...anna.notifications, isMailSetUp: false } })
  expect(screen.getByText(/^No mailbox is set up: no e-mail goes out\./)).toBeTruthy()
  expect(box('Somebody mentions me: E-mail').disabled).toBe(true)
  expect(box('Somebody mentions me: Sound').disabled).toBe(false)
  const link = screen.queryByRole<HTMLAnchorElement>('link', { name: 'Set up mail' })
  expect(link?.getAttribute('href') ?? null).toBe(of.isLed ? '/settings/channels' : null)
})

test('a refused change is put back', async () => {
  const server = show()
  server.answers.changeNotificationSettings = () => {
    throw new Refusal('UNAVAILABLE')
  }
  await userEvent.click(box('Somebody mentions me: Browser'))
  await waitFor(() => expect(box('Somebody mentions me: Browser').checked).toBe(true))
})

test('not to be disturbed for a time, until one says so, and not any more', async () => {
  const server = show()
  expect(screen.getByText('You may be disturbed.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '1 hour' }))
  expect(await screen.findByText(/^You are not disturbed until /)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Until I end it' }))
  expect(await screen.findByText('You are not disturbed until you end it.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'End it now' }))
  expect(await screen.findByText('You may be disturbed.')).toBeTruthy()
  expect(server.callsTo('setDoNotDisturb').map(({ body }) => (body as { isOn: boolean }).isOn)).toEqual([
    true,
    true,
    false,
  ])
})

test('quiet hours are saved with days and zone; without a day they are not', async () => {
  const server = show()
  await userEvent.click(box('Quiet hours'))
  const days = within(screen.getByRole('group', { name: 'On these days' })).getAllByRole('checkbox')
  for (const day of days) await userEvent.click(day)
  await userEvent.click(screen.getByRole('button', { name: 'Save quiet hours' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Choose at least one day.')
  expect(server.callsTo('setQuietHours')).toHaveLength(0)
  await userEvent.click(days[0] as HTMLElement)
  await userEvent.click(screen.getByRole('button', { name: 'Save quiet hours' }))
  await waitFor(() =>
    expect(server.callsTo('setQuietHours')).toMatchObject([
      { body: { quietHours: { from: 1200, to: 480, days: [1] } } },
    ]),
  )
})
