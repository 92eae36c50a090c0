import { permissionsOf } from '@care/domain'
import { aCustomer, aListedRequest } from '@care/testkit'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useReducer, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCommands } from '../../shared/keyboard/commands.ts'
import { keyGroup } from '../../shared/keyboard/keys.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { aTask } from '../../shared/testing/tasks.ts'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { remember } from './memory.ts'
import { Palette } from './Palette.tsx'

const keys = keyGroup('desk', 1, { addRequest: ['c'], details: ['i'] })
const addRequest = vi.fn<() => void>()
const toLunch = vi.fn<() => void>()
const onClose = vi.fn<() => void>()
const onCustomer = vi.fn<(id: string) => void>()
const onNumber = vi.fn<(number: number) => void>()
const nothing = (): void => undefined
let server: ReturnType<typeof fakeServer>
let answer: () => unknown

/** The desk below, with a key and a menu. */
function Desk(): ReactNode {
  useShortcuts(keys, { addRequest, details: false })
  useCommands(() => [{ id: 'lunch', group: 'Presence', label: 'Lunch', run: toLunch }])
  // It opens over a desk that stands.
  const [isOpen, open] = useReducer(() => true, false)
  useEffect(open, [open])
  if (!isOpen) return null
  return (
    <Palette
      onClose={onClose}
      onCustomer={onCustomer}
      onNumber={onNumber}
      onRequest={nothing}
      onOperator={nothing}
      onTransfer={nothing}
    />
  )
}
const field = () => screen.getByRole('combobox', { name: 'Search and commands' })
const lines = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

beforeEach(() => {
  localStorage.clear()
  vi.clearAllMocks()
  useConnection.setState({ state: 'connected' })
  answer = () => ({ items: [aCustomer({ id: 'cu-elena', name: 'Elena Petrova' })], nextCursor: null })
  server = fakeServer({
    listCustomers: () => answer() as never,
    listOperators: () => ({ items: [], nextCursor: null }),
  })
})
afterEach(() => {
  useConnection.setState({ state: 'connecting' })
})

test('what can be done now, with its key; what cannot is not there', async () => {
  renderDesk(<Desk />)
  expect(document.activeElement).toBe(field())
  expect(lines()).toEqual(['Add requestAnywhereC', 'LunchPresence'])
  const user = userEvent.setup()
  await user.keyboard('{ArrowDown}')
  const chosen = screen.getByRole('option', { name: /Lunch/, selected: true })
  expect(field().getAttribute('aria-activedescendant')).toBe(chosen.id)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(toLunch).toHaveBeenCalledTimes(1))
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('what was chosen more stands higher, and what was opened last stands first', () => {
  remember(anna.id, { requestId: 'r1', customerId: 'c1', number: 7, title: 'Broken cup', name: 'Jonas' })
  localStorage.setItem(`care.palette.uses.${anna.id}`, JSON.stringify({ 'menu lunch': 4 }))
  renderDesk(<Desk />)
  expect(lines()).toEqual(['REQ-7 · Broken cupJonas', 'LunchPresence', 'Add requestAnywhereC'])
})

test('people come while the choice stays where it was', async () => {
  renderDesk(<Desk />)
  const user = userEvent.setup()
  await user.type(field(), 'el')
  await waitFor(() => expect(lines().join()).toContain('Elena Petrova'))
  await user.clear(field())
  await user.type(field(), 'ele')
  await waitFor(() => expect(lines()[0]).toContain('Elena Petrova'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(onCustomer).toHaveBeenCalledWith('cu-elena'))
})

test('a number is opened whoever has it', async () => {
  renderDesk(<Desk />)
  const user = userEvent.setup()
  await user.type(field(), 'req-42{Enter}')
  await waitFor(() => expect(onNumber).toHaveBeenCalledWith(42))
})

test('a search that fails says so and is tried again; what is here is found all the same', async () => {
  answer = () => {
    throw new Refusal('INTERNAL')
  }
  renderDesk(<Desk />)
  const user = userEvent.setup()
  await user.type(field(), 'lunch')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The search did not answer')
  expect(lines()).toEqual(['LunchPresence'])
  answer = () => ({ items: [aCustomer({ name: 'Ada Lunch' })], nextCursor: null })
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(lines().join()).toContain('Ada Lunch'))
})

test('without a line it says what cannot be found now', async () => {
  useConnection.setState({ state: 'reconnecting' })
  renderDesk(<Desk />)
  expect(screen.getByRole('dialog').textContent).toContain('Not connected')
  await userEvent.setup().type(field(), '42')
  expect(lines()).toEqual([])
  expect(screen.getByRole('dialog').textContent).toContain('Nothing is called so.')
})

test('who may not see customers is not told of any', async () => {
  renderDesk(<Desk />, testClient({ ...anna, permissions: [] }))
  await userEvent.setup().type(field(), 'elena')
  await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('Nothing is called so.'))
  expect(server.calls.map(({ endpoint }) => endpoint)).not.toContain('listCustomers')
})

test('a VIP is marked wherever one is found: opened last, in a task, by words, by name', async () => {
  const vip = { id: 'cu-1', name: 'Elena', isVip: true }
  remember(anna.id, { requestId: 'r1', customerId: 'cu-1', number: 1, title: 'Tank', name: 'Elena', isVip: true })
  remember(anna.id, { requestId: 'r2', customerId: 'cu-2', number: 2, title: 'Tank', name: 'Jonas', isVip: false })
  server.answers.listRequests = () =>
    ({ items: [aListedRequest({ number: 4, customer: vip })], nextCursor: null }) as never
  const client = testClient({ ...anna, permissions: [...permissionsOf('supervisor')] })
  client.setQueryData(['tasks'], { items: [aTask({ requestId: 'r3', requestNumber: 3, customer: vip })] })
  renderDesk(<Desk />, client)
  expect(lines().slice(0, 2)).toEqual(['REQ-2 · TankJonas', 'REQ-1 · TankVIPElena'])
  await userEvent.setup().type(field(), 'tank')
  await waitFor(() => expect(lines().filter((line) => line?.includes('VIP'))).toHaveLength(4))
  expect(lines().find((line) => line?.startsWith('REQ-2'))).not.toContain('VIP')
})
