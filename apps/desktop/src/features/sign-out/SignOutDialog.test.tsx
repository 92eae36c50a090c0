import type { Task } from '@care/contract'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { QueryClientProvider } from '@tanstack/react-query'
import { WordsProvider } from '../../shared/i18n/I18nProvider.tsx'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk, words } from '../../shared/testing/render.tsx'
import { aTask } from '../../shared/testing/tasks.ts'
import { SignOutDialog, type Targets } from './SignOutDialog.tsx'

const leave = vi.fn<(path: string) => void>()
vi.stubGlobal('location', {
  href: 'http://localhost/',
  origin: 'http://localhost',
  pathname: '/',
  search: '',
  assign: leave,
})
afterEach(() => {
  leave.mockClear()
  act(() => useConnection.setState({ state: 'connected' }))
})

const chat = aTask({ activityId: 'chat', customer: { id: 'cu-1', name: 'Elena Petrova', isVip: true } })
const mail = aTask({ activityId: 'mail', medium: 'email', customer: { id: 'cu-2', name: 'Jonas Weber', isVip: false } })
const Picker: Targets = ({ onChoose, problem }) => (
  <>
    <button onClick={() => onChoose({ operatorId: 'op-boris' }, 'Boris Petrov')}>Boris Petrov</button>
    {problem}
  </>
)
const dialogOf = (tasks: readonly Task[]) => (
  <SignOutDialog
    tasks={tasks}
    hasFailed={false}
    operatorId="op-anna"
    Targets={Picker}
    onRetry={vi.fn<() => void>()}
    onClose={vi.fn<() => void>()}
  />
)
function show(tasks: readonly Task[]) {
  const api = fakeServer({ leaveDesk: () => ({ results: [] }) })
  const { client, rerender } = renderDesk(dialogOf(tasks))
  return { api, client, rerender, user: userEvent.setup() }
}
const choose = async (user: ReturnType<typeof userEvent.setup>, label: string, fate: string): Promise<void> => {
  await user.click(screen.getByRole('combobox', { name: label }))
  await user.click(await screen.findByRole('option', { name: fate }))
}
const signOut = () => screen.getByRole('button', { name: /^Sign out/ })
const shown = (label: string) => screen.getByRole('combobox', { name: label }).textContent

test('with nothing open, and only a ring, one is out at once', async () => {
  const { api } = show([aTask({ state: 'offered' })])
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/'))
  expect(api.callsTo('leaveDesk')[0]?.body).toEqual({ tasks: [], reason: '' })
})

test('each task has a sensible choice of its own; a live talk cannot be kept', async () => {
  const { api, user } = show([chat, mail, aTask({ activityId: 'wrap', state: 'wrapUp' })])
  expect(await screen.findByText('You have 2 open tasks. Say what becomes of each.')).toBeTruthy()
  expect(screen.getByText(/^1 wrap-up ends/)).toBeTruthy()
  expect([shown('What becomes of Elena Petrova'), shown('What becomes of Jonas Weber')]).toEqual([
    'Return to queue',
    'Keep it',
  ])
  await user.click(screen.getByRole('combobox', { name: 'What becomes of Elena Petrova' }))
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    'Return to queue',
    'Transfer',
  ])
  await user.keyboard('{Escape}')
  await user.click(signOut())
  await waitFor(() => expect(leave).toHaveBeenCalled())
  expect(api.callsTo('leaveDesk')[0]?.body).toEqual({
    tasks: [
      { activityId: 'chat', fate: 'return' },
      { activityId: 'mail', fate: 'keep' },
    ],
    reason: '',
  })
})

test('for all; a transfer asks to whom and why, once', async () => {
  const { api, user } = show([chat, mail])
  await choose(user, 'For all', 'Transfer')
  await user.click(await screen.findByRole('button', { name: 'Boris Petrov' }))
  await user.click(screen.getByRole('button', { name: 'Choose' }))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Boris Petrov' })).toHaveLength(2))
  await user.click(signOut())
  expect(screen.getByText('Say why')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'End of my day')
  await user.click(signOut())
  await waitFor(() => expect(leave).toHaveBeenCalled())
  const to = { fate: 'transfer', operatorId: 'op-boris' }
  expect(api.callsTo('leaveDesk')[0]?.body).toEqual({
    tasks: [
      { activityId: 'chat', ...to },
      { activityId: 'mail', ...to },
    ],
    reason: 'End of my day',
  })
})

test('a refusal stands at its task; one that went meanwhile is said and not asked about', async () => {
  const { api, user, client, rerender } = show([chat, mail])
  api.answers.leaveDesk = () => {
    throw new Refusal('NOT_ALLOWED_NOW', { activityId: 'chat', problem: 'NOT_THERE' })
  }
  await choose(user, 'What becomes of Elena Petrova', 'Transfer')
  await user.click(await screen.findByRole('button', { name: 'Boris Petrov' }))
  await user.click(screen.getByRole('button', { name: 'Choose' }))
  await user.type(await screen.findByRole('textbox', { name: /Reason/ }), 'End of my day')
  await user.click(signOut())
  const row = screen.getByRole('listitem', { name: 'Elena Petrova' })
  expect((await within(row).findByRole('alert')).textContent).toContain('Boris Petrov is not there any more')
  expect(leave).not.toHaveBeenCalled()
  rerender(
    <QueryClientProvider client={client}>
      <WordsProvider value={words}>{dialogOf([mail])}</WordsProvider>
    </QueryClientProvider>,
  )
  expect(
    within(screen.getByRole('listitem', { name: 'Elena Petrova' })).getByText('Not with you any more'),
  ).toBeTruthy()
  api.answers.leaveDesk = () => ({ results: [] })
  await user.click(signOut())
  await waitFor(() => expect(leave).toHaveBeenCalled())
  expect(api.callsTo('leaveDesk').at(-1)?.body).toEqual({ tasks: [{ activityId: 'mail', fate: 'keep' }], reason: '' })
})

test('without a connection nothing is sent, and it says so', async () => {
  useConnection.setState({ state: 'reconnecting' })
  show([chat])
  expect((await screen.findByRole('alert')).textContent).toContain('No connection')
  expect(signOut()).toHaveProperty('disabled', true)
})
