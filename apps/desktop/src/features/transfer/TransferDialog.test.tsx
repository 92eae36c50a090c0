import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { anActivity } from '@care/testkit'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { TransferBanner } from './TransferBanner.tsx'
import { TransferDialog } from './TransferDialog.tsx'

afterEach(() => vi.unstubAllGlobals())

const person = (id: string, name: string, presence: 'available' | 'away' | 'offline', role = 'operator' as const) => ({
  id,
  name,
  email: `${id}@example.com`,
  role,
  isActive: true,
  presence,
  awayReason: presence === 'away' ? ('lunch' as const) : null,
  isDoNotDisturb: false,
  queueIds: [],
  capacity: {},
  skills: [],
  version: 1,
})
const server = () =>
  fakeServer({
    getActivity: () => anActivity(),
    listOperators: () => ({
      items: [
        person('op-anna', 'Anna Petrova', 'available'),
        person('op-boris', 'Boris Petrov', 'away'),
        person('op-cyril', 'Cyril Novak', 'available'),
        person('op-dora', 'Dora Lis', 'offline'),
      ],
      nextCursor: null,
    }),
    listGroups: () => ({
      items: [
        {
          id: 'g-pumps',
          name: 'Pump experts',
          memberIds: ['op-boris', 'op-dora'],
          waitSeconds: 120,
          isActive: true,
          version: 1,
        },
        { id: 'g-night', name: 'Night shift', memberIds: ['op-dora'], waitSeconds: 120, isActive: true, version: 1 },
        { id: 'g-old', name: 'Old ones', memberIds: ['op-boris'], waitSeconds: 120, isActive: false, version: 1 },
      ],
    }),
    listQueues: () => ({
      items: [
        {
          id: 'q-billing',
          name: 'Billing',
          strategy: 'longestIdle' as const,
          offerSeconds: 30,
          skills: [],
          relaxSkillsSeconds: 60,
          calendarId: null,
          isOpen: true,
          turnsAt: null,
          serviceLevelSeconds: 60,
          serviceLevelPercent: 90,
          maxWaitSeconds: 300,
          wrapUpSeconds: null,
          overflowSeconds: null,
          overflowQueueId: null,
          overflowOffer: null,
          callbackPlaces: 3,
          recordsCalls: false,
          recordingDays: 90,
          recordingListeners: 'supervisors' as const,
          isActive: true,
          memberIds: [],
          waiting: 3,
          isMine: false,
          version: 1,
        },
      ],
    }),
    transferTask: () => ({ ok: true as const }),
    withdrawTransfer: () => ({ ok: true as const }),
  })
function show() {
  const api = server()
  const onClose = vi.fn<() => void>()
  renderDesk(<TransferDialog activityId="ac-1" onClose={onClose} />)
  return { api, onClose, user: userEvent.setup() }
}

test('offers colleagues who are there, best first, and queues; not oneself, and nobody who is offline', async () => {
  show()
  const group = await screen.findByRole('radiogroup', { name: 'Transfer to' })
  const names = within(group).getAllByRole('radio')
  expect(names.map((radio) => radio.closest('label')?.textContent)).toEqual([
    expect.stringContaining('Cyril NovakAvailable'),
    expect.stringContaining('Boris PetrovLunch'),
    expect.stringContaining('Dora LisOffline'),
    expect.stringContaining('Pump experts1 is there'),
    expect.stringContaining('Night shiftNobody is there'),
    expect.stringContaining('Billing3 wait'),
  ])
  // Nobody of it would hear it ring.
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: /Night shift/ }).disabled).toBe(true)
  expect(within(group).getByRole<HTMLInputElement>('radio', { name: /Dora/ }).disabled).toBe(true)
})

test('needs whom and why, and says so; then hands it over under a name that can be undone', async () => {
  const { api, onClose, user } = show()
  await screen.findByRole('radiogroup', { name: 'Transfer to' })
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Choose an operator, a group or a queue')
  expect(screen.getByText('Say why')).toBeTruthy()
  expect(api.callsTo('transferTask')).toEqual([])
  await user.type(screen.getByRole('textbox', { name: /Find an operator/ }), 'bóris')
  expect(screen.queryByRole('radio', { name: /Cyril/ })).toBeNull()
  await user.click(screen.getByRole('radio', { name: /Boris/ }))
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'He knows pumps')
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(api.callsTo('transferTask')).toMatchObject([{ body: { operatorId: 'op-boris', reason: 'He knows pumps' } }])
  expect(useToast.getState().toast).toMatchObject({
    text: 'Boris Petrov is asked; it stays with you until then',
    undo: expect.any(Function),
  })
})

test('a refusal stays in the dialog with what was typed', async () => {
  const { api, onClose, user } = show()
  api.answers.transferTask = () => {
    throw new Refusal('NOT_ALLOWED_NOW')
  }
  await user.click(await screen.findByRole('radio', { name: /Billing/ }))
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'A matter of billing')
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Reason/ }).value).toBe('A matter of billing')
})

test('lists that do not load can be asked for again', async () => {
  const api = server()
  const { listOperators } = api.answers
  api.answers.listOperators = () => {
    throw new NoAnswer()
  }
  renderDesk(<TransferDialog activityId="ac-1" onClose={() => undefined} />)
  await screen.findByText('Operators, groups and queues did not load')
  if (listOperators) api.answers.listOperators = listOperators
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('radio', { name: /Cyril/ })).toBeTruthy()
})

test('until the colleague answers the talk says whom one has asked, and lets one ask no more', async () => {
  const api = server()
  renderDesk(<TransferBanner activity={anActivity({ transferTo: { id: 'op-boris', name: 'Boris Petrov' } })} />)
  expect(screen.getByText('Boris Petrov is asked to take this over')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Ask no more' }))
  await waitFor(() => expect(api.callsTo('withdrawTransfer')).toHaveLength(1))
})
