import type { Me, Task } from '@care/contract'
import type { AwayReason } from '@care/domain'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { permissionsOf } from '@care/domain'
import { anActivity, noon } from '@care/testkit'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { anOffer, aTask } from '../../shared/testing/tasks.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { taskEvents } from './realtime.ts'
import { TasksPanel } from './TasksPanel.tsx'

let mine: Task[]
let waiting: Task[]
const desk = () =>
  fakeServer({
    listTasks: () => ({ items: mine, serverTime: Date.now() }),
    listQueueItems: () => ({ items: waiting, nextCursor: null, total: waiting.length }),
    getActivity: ({ params }) => anActivity({ id: params.activityId ?? '' }),
    listMessages: () => ({
      items: [],
      hasEarlier: false,
      hasLater: false,
      anchorSeq: null,
      latestSeq: 0,
      marks: { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 },
    }),
  })
const onAssign = vi.fn<(activityId: string) => void>()
const show = (client = testClient()) =>
  renderDesk(
    <TasksPanel onAddRequest={() => undefined} onBecomeAvailable={() => undefined} onAssign={onAssign} />,
    client,
  )
const awayWith = (awayReason: AwayReason): Me => ({ ...away, presence: { ...away.presence, awayReason } })
const away = { ...anna, presence: { ...anna.presence, chosen: 'away' as const, shown: 'away' as const } }

beforeEach(() => {
  mine = []
  waiting = []
  useSelection.getState().open(null)
  useConnection.setState({ state: 'connected', tries: 0 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an offer', () => {
  test('says who, from where and how many seconds are left, and counts down', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    mine = [anOffer(18)]
    desk()
    show()
    const card = await screen.findByRole('group', { name: 'Offered task' })
    expect(card.textContent).toContain('Incoming chat')
    expect(card.textContent).toContain('Jonas Weber')
    expect(within(card).getByText('18')).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(within(card).getByText('15')).toBeTruthy()
    await act(() => vi.advanceTimersByTimeAsync(16_000))
    expect(within(card).getByRole<HTMLButtonElement>('button', { name: 'Accept' }).disabled).toBe(true)
  })

  test('accepting opens the task', async () => {
    mine = [anOffer(20)]
    const server = desk()
    server.answers.acceptOffer = () => anActivity({ id: 'ac-offer' })
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(useSelection.getState().activityId).toBe('ac-offer'))
    expect(server.callsTo('acceptOffer')).toHaveLength(1)
  })

  test('the key a accepts it, but not in its first 400 ms and not while one types', async () => {
    mine = [anOffer(20)]
    const server = desk()
    server.answers.acceptOffer = () => anActivity({ id: 'ac-offer' })
    // A clock that stands still: how long a machine takes to draw must not decide.
    let now = 10_000
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
    show()
    await screen.findByRole('button', { name: 'Accept' })
    now += 399
    fireEvent.keyDown(document.body, { key: 'a', code: 'KeyA' })
    expect(server.callsTo('acceptOffer')).toHaveLength(0)
    now += 1
    const field = document.body.appendChild(document.createElement('input'))
    fireEvent.keyDown(field, { key: 'x', code: 'KeyX' })
    fireEvent.keyDown(document.body, { key: 'a', code: 'KeyA' })
    expect(server.callsTo('acceptOffer')).toHaveLength(0)
    now += 500
    fireEvent.keyDown(document.body, { key: 'ф', code: 'KeyA' })
    await waitFor(() => expect(server.callsTo('acceptOffer')).toHaveLength(1))
    field.remove()
    clock.mockRestore()
  })

  test('declining takes the card away at once', async () => {
    mine = [anOffer(20)]
    const server = desk()
    server.answers.declineOffer = () => {
      mine = []
      return { ok: true }
    }
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Decline' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Offered task' })).toBeNull())
  })

  test('cannot be accepted without a connection', async () => {
    mine = [anOffer(20)]
    desk()
    show()
    const accept = await screen.findByRole<HTMLButtonElement>('button', { name: 'Accept' })
    act(() => useConnection.setState({ state: 'reconnecting', tries: 3 }))
    expect(accept.disabled).toBe(true)
  })

  test('looking at it does not accept it', async () => {
    mine = [anOffer(20)]
    const server = desk()
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Jonas Weber' }))
    expect(useSelection.getState().activityId).toBe('ac-offer')
    expect(server.callsTo('acceptOffer')).toHaveLength(0)
  })
})

describe('tasks in progress', () => {
  test('stand in two groups, longest wait first, own lines begin with "You:"', async () => {
    mine = [
      aTask({ activityId: 'b', customer: { id: '2', name: 'Late', isVip: false }, waitingSince: noon + 60_000 }),
      aTask({ activityId: 'a', customer: { id: '1', name: 'Early', isVip: true }, unread: 2 }),
      aTask({
        activityId: 'c',
        waitingSince: null,
        lastLine: { text: 'The label is attached', author: 'operator', at: noon },
      }),
    ]
    desk()
    show()
    const needs = await screen.findByRole('list', { name: 'Needs reply' })
    expect(
      within(needs)
        .getAllByRole('button')
        .map((row) => row.dataset.row),
    ).toEqual(['a', 'b'])
    expect(within(needs).getByText('VIP')).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Waiting for customer' }).textContent).toContain(
      'You: The label is attached',
    )
  })

  test('a message patches its row without fetching the list', async () => {
    mine = [aTask()]
    const server = desk()
    const { client } = show()
    await screen.findByRole('list', { name: 'Needs reply' })
    const before = server.callsTo('listTasks').length
    const task = {
      activityId: 'ac-1',
      lastLine: { text: 'And a photo', author: 'customer' as const, at: noon + 1 },
      unread: 3,
      waitingSince: noon,
    }
    act(() => taskEvents['message.added'](client, { task } as never))
    await waitFor(() => expect(screen.getByRole('list', { name: 'Needs reply' }).textContent).toContain('And a photo'))
    expect(server.callsTo('listTasks')).toHaveLength(before)
  })

  test('rows keep their places while one of them has the focus', async () => {
    mine = [aTask({ activityId: 'a' }), aTask({ activityId: 'b', waitingSince: noon + 1 })]
    desk()
    const { client } = show()
    const rows = () =>
      within(screen.getByRole('list', { name: 'Needs reply' }))
        .getAllByRole('button')
        .map((row) => row.dataset.row)
    await screen.findByRole('list', { name: 'Needs reply' })
    act(() =>
      screen
        .getAllByRole('button')
        .find((row) => row.dataset.row === 'a')
        ?.focus(),
    )
    mine = [aTask({ activityId: 'a', waitingSince: noon + 5 }), aTask({ activityId: 'b', waitingSince: noon + 1 })]
    await act(() => client.invalidateQueries({ queryKey: ['tasks'] }))
    expect(rows()).toEqual(['a', 'b'])
    act(() => (document.activeElement as HTMLElement).blur())
    await waitFor(() => expect(rows()).toEqual(['b', 'a']))
  })

  test('j and k move through the rows, Enter opens', async () => {
    mine = [aTask({ activityId: 'a' }), aTask({ activityId: 'b', waitingSince: noon + 1 })]
    desk()
    show()
    await screen.findByRole('list', { name: 'Needs reply' })
    await userEvent.keyboard('jj')
    expect((document.activeElement as HTMLElement).dataset.row).toBe('b')
    await userEvent.keyboard('k')
    expect((document.activeElement as HTMLElement).dataset.row).toBe('a')
    expect(useSelection.getState().activityId).toBeNull()
    await userEvent.keyboard('{Enter}')
    expect(useSelection.getState().activityId).toBe('a')
  })
})

describe('states', () => {
  test('empty: says how many wait and takes the next one', async () => {
    waiting = [aTask({ state: 'waiting', operatorId: null })]
    const server = desk()
    server.answers.takeNext = () => ({ task: aTask({ activityId: 'next' }) })
    show()
    await screen.findByText('1 request waits in the queue.')
    await userEvent.click(screen.getByRole('button', { name: 'Take the next request' }))
    await waitFor(() => expect(useSelection.getState().activityId).toBe('next'))
  })

  test('tasks in progress, away and somebody waits: says so above the list', async () => {
    mine = [aTask({ customer: { id: 'c1', name: 'Mine', isVip: false } })]
    waiting = [aTask({ activityId: 'w1', state: 'waiting' }), aTask({ activityId: 'w2', state: 'waiting' })]
    desk()
    const onBecomeAvailable = vi.fn<() => void>()
    renderDesk(
      <TasksPanel onAddRequest={() => undefined} onBecomeAvailable={onBecomeAvailable} onAssign={onAssign} />,
      testClient(awayWith('lunch')),
    )
    expect(await screen.findByText('2 requests wait in the queue.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Become available' }))
    expect(onBecomeAvailable).toHaveBeenCalledOnce()
  })

  test.each([
    ['nobody waits', 0, awayWith('lunch')],
    ['one is available', 1, anna],
    ['one is busy on purpose', 1, { ...anna, presence: { ...anna.presence, chosen: 'busy', shown: 'busy' } }],
    ['the banner about missed offers says it', 1, awayWith('missedOffers')],
  ] as [string, number, Me][])('it says nothing when %s', async (_why, n, me) => {
    mine = [aTask({ customer: { id: 'c1', name: 'Mine', isVip: false } })]
    waiting = n === 0 ? [] : [aTask({ activityId: 'w1', state: 'waiting' })]
    desk()
    show(testClient(me))
    await screen.findByText('Mine')
    await screen.findByRole('tab', { name: `Queue ${n}` })
    expect(screen.queryByRole('button', { name: 'Become available' })).toBeNull()
  })

  test('empty and away: offers the way back', async () => {
    desk()
    show(testClient(away))
    await screen.findByText('You are away')
    expect(screen.getByRole('button', { name: 'Become available' })).toBeTruthy()
  })

  test('error: says so and tries again', async () => {
    const server = desk()
    server.answers.listTasks = () => {
      throw new NoAnswer()
    }
    show()
    await screen.findByText('Tasks did not load')
    mine = [aTask()]
    server.answers.listTasks = () => ({ items: mine, serverTime: Date.now() })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('list', { name: 'Needs reply' })).toBeTruthy()
  })

  test('the queue: who may give work to others sees what is in progress and takes it back', async () => {
    const customer = { id: 'c', name: 'Marek', isVip: false }
    const task = {
      ...aTask({ activityId: 'ac-1', operatorId: 'op-boris', customer }),
      operator: { id: 'op-boris', name: 'Boris Petrov' },
    }
    let inProgress = [task]
    const server = desk()
    server.answers.listTasksInProgress = () => ({ items: inProgress, nextCursor: null, total: inProgress.length })
    server.answers.returnTask = () => {
      inProgress = []
      return { ok: true }
    }
    show(testClient({ ...anna, role: 'supervisor', permissions: [...permissionsOf('supervisor')] }))
    await userEvent.click(screen.getByRole('tab', { name: /Queue/ }))
    const list = await screen.findByRole('list', { name: 'In progress with colleagues' })
    expect(list.textContent).toContain('Boris Petrov')
    await userEvent.click(within(list).getByRole('button', { name: 'Take back: Marek' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'In progress with colleagues' })).toBeNull())
    expect(server.callsTo('returnTask')).toMatchObject([{ params: { activityId: 'ac-1' } }])
  })

  test('the queue: an operator is not shown what colleagues have', async () => {
    const server = desk()
    show()
    await userEvent.click(screen.getByRole('tab', { name: /Queue/ }))
    await screen.findByText('No one waits')
    expect(server.callsTo('listTasksInProgress')).toHaveLength(0)
  })

  test('the queue: taking by hand, and being told who was faster', async () => {
    waiting = [aTask({ state: 'waiting', operatorId: null, customer: { id: 'c', name: 'Marek', isVip: false } })]
    const server = desk()
    server.answers.takeTask = () => {
      throw new Refusal('ALREADY_TAKEN', { by: { id: 'op-boris', name: 'Boris Petrov' } })
    }
    show()
    await userEvent.click(screen.getByRole('tab', { name: /Queue/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Take: Marek' }))
    const { useToast } = await import('../../shared/ui/toast.tsx')
    await waitFor(() => expect(useToast.getState().toast?.text).toBe('Boris Petrov was faster and took it'))
    expect(useSelection.getState().activityId).toBeNull()
  })
})

test('a call for which one’s own phone would not ring is not taken, and the phone system is named', async () => {
  waiting = [aTask({ state: 'waiting', operatorId: null, customer: { id: 'c', name: 'Marek', isVip: false } })]
  const server = desk()
  server.answers.takeTask = () => {
    throw new Refusal('NOT_ALLOWED_NOW', { problem: 'NO_LINE', name: 'Switchboard' })
  }
  show()
  await userEvent.click(screen.getByRole('tab', { name: /Queue/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Take: Marek' }))
  const { useToast } = await import('../../shared/ui/toast.tsx')
  await waitFor(() =>
    expect(useToast.getState().toast?.text).toBe(
      'Without a line at Switchboard no phone would ring. An administrator can set one up.',
    ),
  )
})

describe('order and filters', () => {
  const row = (name: string) => screen.queryByRole('button', { name: new RegExp(name) })
  beforeEach(() => localStorage.clear())

  test('are chosen from the head, counted, cleared and kept', async () => {
    mine = [
      aTask({ activityId: 'a', customer: { id: '1', name: 'Zoe', isVip: false }, waitingSince: noon - 9 }),
      aTask({ activityId: 'b', customer: { id: '2', name: 'Adam', isVip: true }, waitingSince: noon }),
    ]
    desk()
    const { unmount } = show()
    await screen.findByRole('list', { name: 'Needs reply' })
    const names = () =>
      screen.getAllByRole('listitem').map((item) => (/Zoe|Adam/.exec(item.textContent ?? '') ?? [])[0])
    expect(names()).toEqual(['Zoe', 'Adam'])
    await userEvent.click(screen.getByRole('button', { name: 'Sort: Longest wait first' }))
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'By customer’s name' }))
    await waitFor(() => expect(names()).toEqual(['Adam', 'Zoe']))
    await userEvent.click(screen.getByRole('button', { name: 'Filter' }))
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'VIP' }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(row('Zoe')).toBeNull())
    expect(screen.getByText('1 task hidden')).toBeTruthy()
    unmount()
    show()
    expect(await screen.findByRole('button', { name: 'Filter: 1 in use' })).toBeTruthy()
    await userEvent.click(await screen.findByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(row('Zoe')).not.toBeNull())
  })
})
