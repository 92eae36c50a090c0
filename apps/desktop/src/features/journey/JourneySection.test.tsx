import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Api, ResponseOf } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { aComment, anActivity, aJourneyActivity, aJourneyRequest, aMessage, noon } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { saidIn } from './ViewerThread.tsx'
import { useFollowUpDialog } from '../../shared/workspace/follow-up-dialog.ts'
import { JourneySection } from './JourneySection.tsx'
import { queryOf, noFilter, rowsOf, treeKey } from './rows.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

const day = 86_400_000
type Page = ResponseOf<Api['getJourney']>
const whole: Page = {
  items: [
    aJourneyActivity(),
    aJourneyActivity({
      id: 'ac-0',
      medium: 'email',
      title: 'Photos of the damage',
      state: 'ended',
      at: noon - 3 * 3_600_000,
    }),
    { kind: 'request', id: 're-1', at: noon - day, requestId: 're-1' },
    { kind: 'todo', id: 'td-1', at: noon - 2 * day, requestId: null, title: 'Send a card', owner: null, doneAt: noon },
    aJourneyActivity({
      id: 'ac-2',
      requestId: 're-2',
      medium: 'form',
      title: 'Warranty form',
      state: 'ended',
      at: noon - 16 * day,
      operator: null,
    }),
    { kind: 'rating', id: 'ra-1', at: noon - 17 * day, requestId: 're-2', score: 4, comment: 'Quick' },
    { kind: 'request', id: 're-3', at: noon - 20 * day, requestId: 're-3' },
  ],
  requests: [
    aJourneyRequest(),
    aJourneyRequest({ id: 're-2', number: 20117, title: 'Grinder warranty', category: 'closed' }),
    aJourneyRequest({ id: 're-3', number: 19840, title: '', category: 'closed', canSee: false }),
  ],
  nextCursor: null,
}
const of = (page: Page) => ({ items: page.items, requests: new Map(page.requests.map((one) => [one.id, one])) })
const rowsOfWhole = (folded: ReadonlySet<string> = new Set()) => rowsOf(of(whole).items, of(whole).requests, folded)
function show(page: Page = whole, pages?: (query: Record<string, string>) => Page) {
  const server = fakeServer({
    getJourney: ({ query }) => pages?.(query) ?? page,
    listMessages: () => ({
      items: [aMessage({ text: 'Here are the photos.' })],
      hasEarlier: false,
      hasLater: false,
      anchorSeq: null,
      latestSeq: 1,
      marks: { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 },
    }),
    listComments: () => ({ items: [], hasEarlier: false }),
  })
  const onOpenRequest = vi.fn<(requestId: string) => void>()
  const onAddRequest = vi.fn<() => void>()
  useSelection.getState().open('ac-1')
  const result = renderDesk(
    <JourneySection
      customerId="cu-elena"
      requestId="re-1"
      activityId="ac-1"
      onOpenRequest={onOpenRequest}
      onAddRequest={onAddRequest}
      onOtherCustomer={() => undefined}
      CallPart={() => null}
    />,
  )
  return { ...result, server, onOpenRequest, onAddRequest, user: userEvent.setup() }
}
const names = () => screen.getAllByRole('treeitem').map((item) => item.textContent ?? '')
const focused = () => document.activeElement?.textContent ?? ''

test('a call back says what it waits for, how the last try went, or that it is cancelled', async () => {
  const callback = { dueAt: null, tries: 0, lastOutcome: null, isCancelled: false } as const
  const of = (id: string, more: object, state: 'planned' | 'ended' = 'ended') =>
    aJourneyActivity({ id, medium: 'callback', title: id, state, callback: { ...callback, ...more } })
  show({
    ...whole,
    items: [
      of('Planned', { dueAt: noon }, 'planned'),
      of('Tried', { dueAt: noon, tries: 2, lastOutcome: 'busy' }, 'planned'),
      of('Reached', { tries: 1, lastOutcome: 'reached' }),
      of('Cancelled one', { isCancelled: true }),
      ...whole.items,
    ],
  })
  await screen.findByRole('tree')
  const shown = names().join(' | ')
  expect(shown).toMatch(/Planned due \S+/)
  expect(shown).toMatch(/Tried Busy · tries: 2 · due \S+/)
  expect(shown).toContain('Reached Reached · tries: 1')
  expect(shown).toContain('Cancelled one Cancelled')
})

describe('the tree', () => {
  test('shows requests with their activities, newest first, and what may not be seen as a line', async () => {
    show()
    await screen.findByRole('tree', { name: 'Customer journey' })
    expect(names()).toEqual([
      expect.stringContaining('REQ-20481Cracked water tankOpen'),
      expect.stringContaining('Chat on the Returns page'),
      expect.stringContaining('Photos of the damage'),
      expect.stringContaining('To-dos Send a card'),
      expect.stringContaining('REQ-20117Grinder warrantyClosed'),
      expect.stringContaining('Warranty form'),
      expect.stringContaining('Rated 4 of 5 · Quick'),
      expect.stringContaining('REQ-19840You may not see this request'),
    ])
    const now = screen.getByRole('treeitem', { name: /Chat on the Returns page/ })
    expect(now.textContent).toContain('Now')
    expect(now.getAttribute('aria-level')).toBe('2')
    expect(now.getAttribute('aria-current')).toBe('true')
  })

  test('is one tab stop and is walked by keys', async () => {
    const { user, onOpenRequest } = show()
    await screen.findByRole('tree')
    expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toHaveLength(1)
    act(() => screen.getByRole('treeitem', { name: /Chat on the Returns page/ }).focus())
    await user.keyboard('{ArrowDown}')
    expect(focused()).toContain('Photos of the damage')
    await user.keyboard('{ArrowLeft}')
    expect(focused()).toContain('REQ-20481')
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(focused()).toContain('REQ-20117')
    await user.keyboard('{End}')
    expect(focused()).toContain('REQ-19840')
    await user.keyboard('{Enter}')
    expect(onOpenRequest).not.toHaveBeenCalled()
    await user.keyboard('{Home}{ArrowRight}{ArrowRight}')
    expect(focused()).toContain('Chat on the Returns page')
    await user.keyboard('{ArrowUp}{Enter}')
    expect(onOpenRequest).toHaveBeenCalledWith('re-1')
    expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toHaveLength(1)
  })

  test('a to-do of it is opened as what it is', async () => {
    const { user } = show()
    await user.click(await screen.findByRole('treeitem', { name: /Send a card/ }))
    expect(useFollowUpDialog.getState().dialog).toEqual({ kind: 'todo', id: 'td-1' })
  })

  test('filters are asked of the server, all at once; nothing fits can be cleared', async () => {
    const { user, server } = show(whole, (query) =>
      query.kind === 'deal' ? { items: [], requests: [], nextCursor: null } : whole,
    )
    await screen.findByRole('tree')
    const choose = async (name: string): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Filter' }))
      await user.click(await screen.findByRole('menuitemradio', { name }))
    }
    await choose('Open requests')
    await choose('Last 30 days')
    await choose('Deals')
    expect(await screen.findByText(/Nothing fits this filter/)).toBeTruthy()
    const asked = server.callsTo('getJourney').at(-1)?.query
    expect(asked).toMatchObject({ state: 'open', kind: 'deal', from: expect.stringMatching(/^\d+$/) })
    await user.click(screen.getByRole('button', { name: 'Clear filter' }))
    await waitFor(() => expect(names()).toHaveLength(8))
  })

  test('at rest on a line it says more: first lines, who, when, stage', async () => {
    const { user } = show()
    await user.hover(await screen.findByRole('treeitem', { name: /Photos of the damage/ }))
    const card = await screen.findByRole('tooltip')
    expect(await within(card).findByText('Here are the photos.')).toBeTruthy()
    expect(card.textContent).toContain('REQ-20481 Cracked water tank')
    expect(card.textContent).toContain('Anna Petrova')
    expect(card.textContent).toContain('Active')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).toBeNull()
  })

  test('Move activity stands at what one may move: own, going on, in an open request', async () => {
    show()
    await screen.findByRole('tree')
    expect(
      screen.getAllByRole('button', { name: /^Move activity/ }).map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Move activity: Chat on the Returns page'])
  })

  test('goes on page by page, each item once', async () => {
    const old = aJourneyActivity({ id: 'ac-9', requestId: 're-4', title: 'Old one', state: 'ended', at: 1 })
    const { server, user } = show(whole, (query) =>
      query.cursor === undefined
        ? { ...whole, nextCursor: 'c1' }
        : {
            items: [...whole.items.slice(6), old],
            requests: [aJourneyRequest({ id: 're-4', number: 100, title: 'Of old', category: 'closed' })],
            nextCursor: null,
          },
    )
    await user.click(await screen.findByRole('button', { name: 'Earlier' }))
    await screen.findByRole('treeitem', { name: /Old one/ })
    expect(names()).toHaveLength(10)
    expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull()
    expect(server.callsTo('getJourney').map(({ query }) => query.cursor)).toEqual([undefined, 'c1'])
  })

  test('ten years of it draw only the rows near the view', async () => {
    const items = Array.from({ length: 5_000 }, (_, n) =>
      aJourneyActivity({ id: `ac-${n}`, requestId: 're-1', at: noon - n, state: 'ended' }),
    )
    show({ items, requests: [aJourneyRequest()], nextCursor: null })
    const tree = await screen.findByRole('tree')
    expect(tree.style.height).toBe('140030px')
    expect(screen.queryAllByRole('treeitem').length).toBeLessThan(100)
  })
})

describe('drag', () => {
  const two = (): Page => ({
    items: [
      aJourneyActivity(),
      { kind: 'request', id: 're-9', at: 2, requestId: 're-9' },
      { kind: 'request', id: 're-8', at: 1, requestId: 're-8' },
    ],
    requests: [
      aJourneyRequest(),
      aJourneyRequest({ id: 're-9', number: 9, title: 'Invoice' }),
      aJourneyRequest({ id: 're-8', number: 8, title: 'Over', category: 'closed' }),
    ],
    nextCursor: null,
  })
  const at = (clientX: number, clientY: number, more: object = {}) => ({
    clientX,
    clientY,
    pointerId: 1,
    isPrimary: true,
    button: 0,
    pointerType: 'mouse',
    ...more,
  })
  const over = (element: Element | null): void => {
    document.elementFromPoint = () => element
  }
  async function lift(more: object = {}) {
    const result = show(two())
    result.server.answers.moveActivity = () => anActivity({ request: { ...anActivity().request, number: 9 } })
    const row = await screen.findByRole('treeitem', { name: /Chat on the Returns page/ })
    const request = (name: RegExp) => screen.getByRole('treeitem', { name })
    fireEvent.pointerDown(row, at(10, 10, more))
    return { ...result, row, request }
  }

  test('lifts after 4 pixels, marks where it may go, and moves it', async () => {
    const { request, server } = await lift()
    over(null)
    fireEvent.pointerMove(document, at(12, 11))
    expect(request(/Invoice/).dataset.drag).toBeUndefined()
    over(request(/Invoice/))
    fireEvent.pointerMove(document, at(10, 40))
    expect(request(/Invoice/).dataset.drag).toBe('may')
    expect([request(/Over/).dataset.drag, request(/Cracked/).dataset.drag]).toEqual(['no', 'no'])
    fireEvent.pointerMove(document, at(10, 44))
    expect(request(/Invoice/).dataset.drag).toBe('over')
    fireEvent.pointerUp(document, at(10, 44))
    await waitFor(() => expect(server.callsTo('moveActivity')).toMatchObject([{ body: { requestId: 're-9' } }]))
    expect(request(/Invoice/).dataset.drag).toBeUndefined()
  })

  test('a new request, where the head of the section is', async () => {
    const { server } = await lift()
    over(null)
    fireEvent.pointerMove(document, at(10, 40))
    over(screen.getByText('Drop here for a new request'))
    fireEvent.pointerUp(document, at(10, 40))
    await waitFor(() => expect(server.callsTo('moveActivity')).toMatchObject([{ body: { requestId: null } }]))
  })

  test('Esc and a drop elsewhere leave it where it is; a finger in the row scrolls', async () => {
    const { row, request, server } = await lift()
    over(request(/Invoice/))
    fireEvent.pointerMove(document, at(10, 40))
    fireEvent.keyDown(document, { key: 'Escape' })
    fireEvent.pointerUp(document, at(10, 40))
    fireEvent.pointerDown(row, at(10, 10))
    over(request(/Over/))
    fireEvent.pointerMove(document, at(10, 40))
    fireEvent.pointerUp(document, at(10, 40))
    fireEvent.pointerDown(row, at(10, 10, { pointerType: 'touch' }))
    over(request(/Invoice/))
    fireEvent.pointerMove(document, at(10, 40, { pointerType: 'touch' }))
    expect(request(/Invoice/).dataset.drag).toBeUndefined()
    expect(server.callsTo('moveActivity')).toEqual([])
  })
})

describe('states', () => {
  test('the first contact', async () => {
    show({ items: [aJourneyActivity()], requests: [aJourneyRequest()], nextCursor: null })
    expect(await screen.findByText('First contact')).toBeTruthy()
  })

  test('that does not load says that the chat goes on, and tries again', async () => {
    const { server, user } = show()
    server.answers.getJourney = () => {
      throw new Refusal('NOT_FOUND')
    }
    renderDesk(
      <JourneySection
        customerId="cu-2"
        requestId={null}
        activityId={null}
        onOpenRequest={() => undefined}
        onAddRequest={() => undefined}
        onOtherCustomer={() => undefined}
        CallPart={() => null}
      />,
    )
    expect(await screen.findByText('Customer journey did not load. Your chat is not affected.')).toBeTruthy()
    server.answers.getJourney = () => whole
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.getAllByRole('tree')).toHaveLength(2))
  })
})

describe('the viewer', () => {
  test('shows another activity whole beside the talk; Esc gives the focus back', async () => {
    const { user } = show()
    const row = await screen.findByRole('treeitem', { name: /Photos of the damage/ })
    act(() => row.focus())
    await user.keyboard('{Enter}')
    const viewer = await screen.findByRole('dialog', { name: 'Activity: Photos of the damage' })
    expect(await within(viewer).findByText('Here are the photos.')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(focused()).toContain('Photos of the damage')
  })

  test('puts it into Communication on demand', async () => {
    const { user } = show()
    await user.click(await screen.findByRole('treeitem', { name: /Photos of the damage/ }))
    await user.click(await screen.findByRole('button', { name: 'Show in Communication' }))
    expect(useSelection.getState().viewActivityId).toBe('ac-0')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('reads a finished talk from its beginning and goes on to its end', async () => {
    const { server, user } = show()
    const marks = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }
    const common = { marks, anchorSeq: null, latestSeq: 2 }
    server.answers.listMessages = ({ query }) =>
      query.afterSeq === '0'
        ? { items: [aMessage({ seq: 1, text: 'one' })], hasEarlier: false, hasLater: true, ...common }
        : { items: [aMessage({ seq: 2, text: 'two' })], hasEarlier: true, hasLater: false, ...common }
    await user.click(await screen.findByRole('treeitem', { name: /Photos of the damage/ }))
    expect(await screen.findByText('one')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Later messages' }))
    expect(await screen.findByText('two')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Later messages' })).toBeNull()
    expect(server.callsTo('listMessages').map(({ query }) => query.afterSeq)).toEqual(['0', '1'])
  })

  test('comments stand at their times, those of stretches not loaded wait', () => {
    const page = {
      items: [aMessage({ seq: 5, createdAt: 500 }), aMessage({ seq: 6, createdAt: 700 })],
      hasEarlier: true,
      hasLater: false,
    }
    const comments = [
      aComment({ id: 'before', createdAt: 100 }),
      aComment({ id: 'between', createdAt: 600 }),
      aComment({ id: 'after', createdAt: 900 }),
    ]
    expect(saidIn([page], comments).map((one) => ('message' in one ? one.message.seq : one.comment.id))).toEqual([
      5,
      'between',
      6,
      'after',
    ])
  })
})

describe('rows', () => {
  test('stay one line of time: a request heads each stretch of its own, folded by hand it keeps so', () => {
    expect(rowsOfWhole().map(({ key }) => key)).toEqual([
      're-1:ac-1',
      'ac-1',
      'ac-0',
      'td-1',
      're-2:ac-2',
      'ac-2',
      'ra-1',
      're-3:re-3',
    ])
    expect(
      rowsOfWhole(new Set(['re-1']))
        .map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(['re-1:ac-1', 'td-1'])
    const mixed = [
      aJourneyActivity({ id: 'a', requestId: 're-1' }),
      aJourneyActivity({ id: 'b', requestId: 're-2' }),
      aJourneyActivity({ id: 'c', requestId: 're-1' }),
    ]
    expect(rowsOf(mixed, of(whole).requests, new Set()).map(({ key }) => key)).toEqual([
      're-1:a',
      'a',
      're-2:b',
      'b',
      're-1:c',
      'c',
    ])
  })
  test('a period begins with a day, so that it is one query for long', () => {
    const month = { ...noFilter, period: 'month' } as const
    expect(queryOf(month, noon)).toEqual(queryOf(month, noon + 3_600_000))
    expect(queryOf(noFilter, noon)).toEqual({})
  })
  test.each([
    ['ArrowUp', 0, { focus: 0 }],
    ['ArrowDown', 7, { focus: 7 }],
    ['ArrowRight', 7, null],
    ['ArrowLeft', 5, { focus: 4 }],
    ['ArrowLeft', 3, null],
    ['ArrowLeft', 0, { toggle: 're-1' }],
    ['x', 0, null],
  ])('%s on row %i', (key, index, step) => {
    expect(treeKey(rowsOfWhole(), index, key)).toEqual(step)
  })
})
