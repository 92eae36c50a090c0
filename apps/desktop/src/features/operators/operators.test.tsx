import type { Operator } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { anna, renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { OperatorsPage } from './OperatorsPage.tsx'

beforeEach(() => useToast.setState({ toast: null }))
afterEach(() => vi.unstubAllGlobals())

const anOperator = (over: Partial<Operator>): Operator => ({
  id: 'op-boris',
  name: 'Boris',
  email: 'boris@example.com',
  role: 'operator',
  isActive: true,
  presence: 'offline',
  awayReason: null,
  isDoNotDisturb: false,
  queueIds: [],
  capacity: {},
  skills: [],
  version: 3,
  ...over,
})
const me = anOperator({ id: anna.id, name: 'Anna', email: anna.email, role: 'admin' })
const boris = anOperator({ skills: ['Pumps'] })
const carla = anOperator({ id: 'op-carla', name: 'Carla', email: 'carla@example.com', isActive: false, version: 5 })
const nothing = { tasks: 0, todos: 0, deals: 0 }

function show(over: Parameters<typeof fakeServer>[0] = {}, onShowRequests: (operatorId: string) => void = () => {}) {
  const server = fakeServer({
    listOperators: ({ query }) => ({
      items: query['which'] === 'closed' ? [carla] : [me, boris],
      nextCursor: null,
    }),
    listQueues: () => ({ items: [] }),
    getOperatorWork: () => nothing,
    countRequests: () => ({ count: 0, isMore: false }),
    ...over,
  })
  renderDesk(<OperatorsPage onShowRequests={onShowRequests} />)
  return { server, user: userEvent.setup() }
}
const toast = () => useToast.getState().toast?.text
const open = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(await screen.findByRole('button', { name }))
  return screen.findByRole('dialog')
}
const type = async (user: ReturnType<typeof userEvent.setup>, dialog: HTMLElement, label: string, text: string) => {
  const field = within(dialog).getByLabelText(label)
  await user.clear(field)
  await user.type(field, text)
}

test('each line says the role; oneself cannot be closed', async () => {
  show()
  expect(await screen.findByText('Operator · Pumps')).toBeTruthy()
  expect(screen.getByText('Administrator · No queue and no skills')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Nobody closes the own account' }).disabled).toBe(true)
})

test('an account is added: what is missing is said, the password is shown on demand', async () => {
  const { server, user } = show({ addOperator: () => anOperator({ id: 'new', name: 'Nora' }) })
  const dialog = await open(user, 'Add operator')
  await user.click(within(dialog).getByRole('button', { name: 'Add operator' }))
  expect(within(dialog).getByText('Give a name')).toBeTruthy()
  expect(within(dialog).getByText('Give an email address')).toBeTruthy()
  await type(user, dialog, 'Name', 'Nora')
  await type(user, dialog, 'Email', 'nora@example.com')
  await type(user, dialog, 'First password', 'short')
  await user.click(within(dialog).getByRole('button', { name: 'Add operator' }))
  expect(server.callsTo('addOperator')).toEqual([])
  const field = within(dialog).getByLabelText<HTMLInputElement>('First password')
  expect(field.type).toBe('password')
  await user.click(within(dialog).getByRole('button', { name: 'Show password' }))
  expect(field.type).toBe('text')
  await type(user, dialog, 'First password', 'correct horse 1')
  await user.click(within(dialog).getByRole('button', { name: 'Add operator' }))
  await waitFor(() => expect(toast()).toBe('Nora can sign in now'))
  expect(server.callsTo('addOperator')[0]?.body).toEqual({
    name: 'Nora',
    email: 'nora@example.com',
    role: 'operator',
    password: 'correct horse 1',
    queueIds: [],
  })
})

test('an email of a closed account offers to open that again', async () => {
  const { server, user } = show({
    addOperator: () => {
      throw new Refusal('EMAIL_TAKEN', { operatorId: 'op-carla', isClosed: true, name: 'Carla', version: 5 })
    },
    reopenOperator: () => ({ ...carla, isActive: true }),
  })
  const dialog = await open(user, 'Add operator')
  await type(user, dialog, 'Name', 'Carla')
  await type(user, dialog, 'Email', 'carla@example.com')
  await type(user, dialog, 'First password', 'correct horse 1')
  await user.click(within(dialog).getByRole('button', { name: 'Add operator' }))
  const alert = await within(dialog).findByRole('alert')
  expect(alert.textContent).toContain('the closed account of Carla')
  await user.click(within(alert).getByRole('button', { name: 'Open the account of Carla again' }))
  await waitFor(() => expect(toast()).toBe('The account of Carla is open again'))
  expect(server.callsTo('reopenOperator')[0]).toMatchObject({ params: { operatorId: 'op-carla' }, version: 5 })
})

test('before it is closed an account says what it has, and who gets it', async () => {
  const onShowRequests = vi.fn<(operatorId: string) => void>()
  const { server, user } = show(
    {
      listOperators: () => ({ items: [me, boris, { ...carla, isActive: true }], nextCursor: null }),
      getOperatorWork: () => ({ tasks: 1, todos: 2, deals: 1_000 }),
      countRequests: () => ({ count: 4, isMore: false }),
      closeOperator: () => ({ operator: { ...boris, isActive: false }, work: nothing }),
    },
    onShowRequests,
  )
  const dialog = await open(user, 'Close the account of Boris')
  expect(await within(dialog).findByText('Tasks in progress, going back to their queues: 1')).toBeTruthy()
  expect(within(dialog).getByText('Open to-dos: 2')).toBeTruthy()
  expect(within(dialog).getByText('Open deals: 1,000+')).toBeTruthy()
  expect(within(dialog).getByText(/Open requests: 4/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Show' }))
  expect(onShowRequests).toHaveBeenCalledWith('op-boris')
  await user.click(within(dialog).getByRole('combobox', { name: 'To-dos and deals go to' }))
  await user.click(await screen.findByRole('option', { name: /^Carla/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Close account' }))
  await waitFor(() => expect(toast()).toBe('The account of Boris is closed'))
  expect(server.callsTo('closeOperator')[0]).toMatchObject({ version: 3, body: { heirId: 'op-carla' } })
})

test('what stays is said afterwards; why an account cannot be closed too', async () => {
  const { server, user } = show({
    closeOperator: () => {
      throw new Refusal('NOT_ALLOWED_NOW', { problem: 'LAST_ADMIN' })
    },
  })
  const dialog = await open(user, 'Close the account of Boris')
  expect(await within(dialog).findByText(/Nothing is in progress/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Close account' }))
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/last administrator/)
  server.answers.closeOperator = () => ({ operator: boris, work: { tasks: 0, todos: 3, deals: 1 } })
  await user.click(within(dialog).getByRole('button', { name: 'Close account' }))
  await waitFor(() => expect(toast()).toMatch(/left with it: 4$/))
})

test('closed accounts unfold, and are opened again', async () => {
  const { server, user } = show({ reopenOperator: () => ({ ...carla, isActive: true }) })
  const fold = await screen.findByRole('button', { name: 'Closed accounts' })
  expect(server.callsTo('listOperators').filter(({ query }) => query['which'] === 'closed')).toEqual([])
  await user.click(fold)
  await user.click(await screen.findByRole('button', { name: 'Open the account of Carla again' }))
  await waitFor(() => expect(toast()).toBe('The account of Carla is open again'))
})

test('closed accounts that did not load can be tried again; none is said', async () => {
  let hasFailed = false
  const { user } = show({
    listOperators: ({ query }) => {
      if (query['which'] !== 'closed') return { items: [me], nextCursor: null }
      if (hasFailed) return { items: [], nextCursor: null }
      hasFailed = true
      throw new Refusal('INTERNAL')
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Closed accounts' }))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No account is closed')).toBeTruthy()
})

test('a role is changed, never one’s own; a new password is set', async () => {
  const { server, user } = show({
    editOperator: () => ({ ...boris, role: 'supervisor' }),
    setOperatorPassword: () => ({ ok: true as const }),
  })
  const own = await open(user, 'Edit Anna')
  expect(within(own).getByRole('combobox', { name: 'Role' }).getAttribute('aria-disabled')).toBe('true')
  await user.click(within(own).getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const dialog = await open(user, 'Edit Boris')
  await user.click(within(dialog).getByRole('combobox', { name: 'Role' }))
  await user.click(await screen.findByRole('option', { name: 'Supervisor' }))
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.callsTo('editOperator')[0]).toMatchObject({ version: 3, body: { role: 'supervisor' } })
  const secret = await open(user, 'New password for Boris')
  await type(user, secret, 'New password', 'another horse 2')
  await user.click(within(secret).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(toast()).toBe('Boris has a new password'))
  expect(server.callsTo('setOperatorPassword')[0]?.body).toEqual({ password: 'another horse 2' })
})
