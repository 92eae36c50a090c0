import { permissionsOf } from '@care/domain'
import type { LiveQueues } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { LiveQueuesScreen } from './LiveQueuesScreen.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  useConnection.setState({ state: 'connecting', tries: 0 })
})

const targets = { serviceLevelSeconds: 60, serviceLevelPercent: 90, maxWaitSeconds: 300 }
const none = { accepted: 0, acceptedInTime: 0, abandoned: 0, shortAbandoned: 0 }
const permissions = permissionsOf('supervisor')

function live(more: Partial<LiveQueues> = {}): LiveQueues {
  const at = Date.now()
  const person = (id: string, name: string, queueIds: string[], skills: string[] = []) => ({
    id,
    name,
    shown: 'available' as const,
    awayReason: null,
    since: at,
    queueIds,
    skills,
    isFree: true,
    isDoNotDisturb: false,
    load: [{ medium: 'chat' as const, taken: 1, places: 4 }],
  })
  return {
    at,
    queues: [
      {
        id: 'q1',
        name: 'Orders',
        waiting: 1,
        oldestAt: at - 400_000,
        inProgress: 2,
        today: { ...none, accepted: 4, acceptedInTime: 3 },
        targets,
      },
      { id: 'q2', name: 'Billing', waiting: 0, oldestAt: null, inProgress: 1, today: none, targets },
    ],
    operators: [
      person('anna', 'Anna Petrova', ['q1', 'q2']),
      person('boris', 'Boris Petrov', ['q1'], ['French']),
      { ...person('cyril', 'Cyril Novak', ['q2']), shown: 'away', awayReason: 'missedOffers', isFree: false },
      { ...person('dora', 'Dora Lis', ['q2']), shown: 'busy', isDoNotDisturb: true, isFree: false },
    ],
    waiting: {
      total: 1,
      items: [
        {
          activityId: 'a1',
          requestId: 'r1',
          requestNumber: 7,
          requestTitle: 'Wrong item',
          requestVersion: 1,
          customer: { id: 'c1', name: 'Emma Larsen', isVip: true },
          medium: 'chat',
          queueId: 'q1',
          group: null,
          priority: 'normal',
          skills: ['French'],
          eligibleSince: at - 400_000,
          line: { name: 'Switchboard', operatorIds: ['boris', 'cyril'] },
          offeredTo: null,
        },
      ],
    },
    abilities: {
      canAssign: permissions.has('requests.assign'),
      canTake: true,
      canPrioritise: true,
      canManagePresence: true,
      canSeeNumbers: true,
    },
    ...more,
  }
}
const today = () => ({ at: 0, timeZone: 'UTC', day: '2026-04-06', targetPercent: 90, slots: [], arrivals: [] })
const show = (onTask = vi.fn<() => void>()) =>
  renderDesk(
    <LiveQueuesScreen
      onWallboard={vi.fn<() => void>()}
      onNumbers={vi.fn<() => void>()}
      onOpenTask={onTask}
      onOpenRequest={vi.fn<() => void>()}
    />,
  )

test('figures, queues, operators and who waits; an operator of two queues counts once in the total', async () => {
  fakeServer({ getLiveQueues: () => live(), getLiveToday: today })
  show()
  const figures = await screen.findByRole('region', { name: 'Key figures' })
  expect(within(figures).getByText('2 of 4')).toBeTruthy()
  expect(within(figures).getByText('75%')).toBeTruthy()
  const queues = screen.getByRole('region', { name: 'Queues' })
  expect(within(queues).getByRole('row', { name: /^Orders 1 6:4\d/ })).toBeTruthy()
  const operators = screen.getByRole('region', { name: 'Operators' })
  expect(within(operators).getAllByRole('listitem')).toHaveLength(4)
  // Apart from being busy.
  expect(within(operators).getByText('Do not disturb', { exact: false })).toBeTruthy()
  const waiting = screen.getByRole('region', { name: 'Waiting requests' })
  expect(within(waiting).getByText('VIP')).toBeTruthy()
  const alerts = screen.getByRole('region', { name: 'Alerts' })
  expect(within(alerts).getByText('Orders: over the limit')).toBeTruthy()
  expect(within(alerts).getByText('Cyril Novak missed offers')).toBeTruthy()
  expect(document.title).toBe('! Live queues')
})

test('the menu names the best match first; who lacks a skill may be chosen all the same, and a lost race is told', async () => {
  const server = fakeServer({
    getLiveQueues: () => live(),
    getLiveToday: today,
    assignTask: () => {
      throw new Refusal('ALREADY_TAKEN', { by: { id: 'boris', name: 'Boris Petrov' } })
    },
  })
  show()
  expect(await screen.findByText(/ · needs a line at Switchboard$/)).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: 'Assign Emma Larsen' }))
  const items = screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
  expect(items.slice(0, 2)).toEqual(['Boris Petrov3 places free', 'Anna PetrovaLacks French'])
  await userEvent.click(screen.getByRole('menuitem', { name: /^Anna Petrova/ }))
  await waitFor(() => expect(useToast.getState().toast?.text).toBe('Boris Petrov has it already'))
  expect(server.callsTo('assignTask')[0]?.body).toEqual({ operatorId: 'anna', onlyWaiting: true })
})

test('the menu to assign finds by name: what is left stands below its title, Enter takes the first, nothing says so', async () => {
  const server = fakeServer({
    getLiveQueues: () => live(),
    getLiveToday: today,
    assignTask: () => {
      throw new Refusal('NOT_ALLOWED_NOW')
    },
  })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Assign Emma Larsen' }))
  const field = await screen.findByRole('searchbox', { name: 'Find an operator or a queue' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  const names = (): (string | null)[] => screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
  // Who opens it by Enter and holds the key has chosen nobody.
  await userEvent.keyboard('{Enter}')
  expect(server.callsTo('assignTask')).toHaveLength(0)
  await userEvent.type(field, 'bill')
  expect(names()).toEqual(['Billing'])
  expect(screen.getByText('Move to queue')).toBeTruthy()
  expect(screen.queryByText('Best match')).toBeNull()
  await userEvent.clear(field)
  await userEvent.type(field, 'nobody like this')
  expect(names()).toEqual(['Nothing fits'])
  await userEvent.clear(field)
  await userEvent.type(field, 'ANNA')
  expect(names()).toEqual(['Anna PetrovaLacks French'])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(server.callsTo('assignTask')).toMatchObject([{ body: { operatorId: 'anna' } }]))
  await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull())
})

test('an alert has one action: who missed offers is set available', async () => {
  const server = fakeServer({
    getLiveQueues: () => live(),
    getLiveToday: today,
    setOperatorPresence: () => ({
      operatorId: 'cyril',
      chosen: 'available',
      awayReason: null,
      shown: 'available',
      since: 0,
      load: {},
      doNotDisturb: null,
      version: 2,
    }),
  })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Set available' }))
  await waitFor(() => expect(server.callsTo('setOperatorPresence')).toHaveLength(1))
})

test('an operator takes and gives nothing away; without a line it says so and lets nothing be done', async () => {
  const abilities = {
    canAssign: false,
    canTake: true,
    canPrioritise: false,
    canManagePresence: false,
    canSeeNumbers: false,
  }
  fakeServer({ getLiveQueues: () => live({ abilities }), getLiveToday: today })
  show()
  const waiting = await screen.findByRole('region', { name: 'Waiting requests' })
  expect(within(waiting).getByRole('button', { name: 'Take' })).toHaveProperty('disabled', false)
  expect(screen.queryByRole('button', { name: /^Assign|^Presence of|^Numbers of/ })).toBeNull()
  useConnection.setState({ state: 'reconnecting', tries: 1 })
  expect(await screen.findByText(/^Not live since/)).toBeTruthy()
  expect(within(waiting).getByRole('button', { name: 'Take' })).toHaveProperty('disabled', true)
})

test('what did not load can be tried again', async () => {
  let tries = 0
  fakeServer({
    getLiveQueues: () => {
      tries += 1
      if (tries === 1) throw new Refusal('INTERNAL')
      return live({ queues: [], waiting: { items: [], total: 0 } })
    },
    getLiveToday: today,
  })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No one waits')).toBeTruthy()
  expect(screen.getByText('You are in no queue')).toBeTruthy()
})
