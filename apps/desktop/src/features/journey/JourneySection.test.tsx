import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { JourneyRequest } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { aComment, anActivity, aJourneyActivity, aJourneyRequest, aMessage, noon } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { saidIn } from './ViewerThread.tsx'
import { JourneySection } from './JourneySection.tsx'
import { filtered, rowsOf, treeKey } from './rows.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

const day = 86_400_000
const three: JourneyRequest[] = [
  aJourneyRequest({
    activities: [
      aJourneyActivity({
        id: 'ac-0',
        medium: 'email',
        title: 'Photos of the damage',
        state: 'ended',
        startedAt: noon - 3 * 3_600_000,
      }),
      aJourneyActivity(),
    ],
  }),
  aJourneyRequest({
    id: 're-2',
    number: 20117,
    title: 'Grinder warranty',
    category: 'closed',
    activities: [
      aJourneyActivity({
        id: 'ac-2',
        medium: 'form',
        title: 'Warranty form',
        state: 'ended',
        startedAt: noon - 16 * day,
        operator: null,
      }),
    ],
  }),
  aJourneyRequest({ id: 're-3', number: 19840, title: '', category: 'closed', canSee: false, activities: [] }),
]
function show(
  items: JourneyRequest[] = three,
  pages?: (query: Record<string, string>) => { items: JourneyRequest[]; nextCursor: string | null },
) {
  const server = fakeServer({
    getJourney: ({ query }) => pages?.(query) ?? { items, nextCursor: null },
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
    />,
  )
  return { ...result, server, onOpenRequest, onAddRequest, user: userEvent.setup() }
}
const names = () => screen.getAllByRole('treeitem').map((item) => item.textContent ?? '')
const focused = () => document.activeElement?.textContent ?? ''

describe('the tree', () => {
  test('shows requests with their activities, newest first, and what may not be seen as a line', async () => {
    show()
    await screen.findByRole('tree', { name: 'Customer journey' })
    expect(names()).toEqual([
      expect.stringContaining('REQ-20481Cracked water tankOpen'),
      expect.stringContaining('Chat on the Returns page'),
      expect.stringContaining('Photos of the damage'),
      expect.stringContaining('REQ-20117Grinder warrantyClosed'),
      expect.stringContaining('Warranty form'),
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
    await user.keyboard('{ArrowDown}')
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

  test('filters by state and medium', async () => {
    const { user } = show()
    await screen.findByRole('tree')
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'Open requests' }))
    expect(names()).toHaveLength(3)
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'Form' }))
    expect(await screen.findByText(/Nothing fits this filter/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear filter' }))
    expect(names()).toHaveLength(6)
  })

  test('Move activity stands at what one may move: own, going on, in an open request', async () => {
    show()
    await screen.findByRole('tree')
    expect(
      screen.getAllByRole('button', { name: /^Move activity/ }).map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Move activity: Chat on the Returns page'])
  })

  test('goes on page by page, each request once', async () => {
    const { server, user } = show(three, (query) =>
      query.cursor === undefined
        ? { items: three, nextCursor: 'c1' }
        : {
            items: [
              ...three.slice(2),
              aJourneyRequest({ id: 're-4', number: 100, title: 'Old one', category: 'closed', activities: [] }),
            ],
            nextCursor: null,
          },
    )
    await user.click(await screen.findByRole('button', { name: 'Earlier requests' }))
    await screen.findByRole('treeitem', { name: /Old one/ })
    expect(names()).toHaveLength(7)
    expect(screen.queryByRole('button', { name: 'Earlier requests' })).toBeNull()
    expect(server.callsTo('getJourney').map(({ query }) => query.cursor)).toEqual([undefined, 'c1'])
  })

  test('ten years of it draw only the rows near the view', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      aJourneyRequest({ id: `re-${i}`, number: i, category: 'closed', activities: [] }),
    )
    show(many)
    const tree = await screen.findByRole('tree')
    expect(tree.style.height).toBe('12000px')
    expect(screen.queryAllByRole('treeitem').length).toBeLessThan(100)
  })
})

describe('drag', () => {
  const two = () => [
    three[0] as JourneyRequest,
    aJourneyRequest({ id: 're-9', number: 9, title: 'Invoice', activities: [] }),
    aJourneyRequest({ id: 're-8', number: 8, title: 'Over', category: 'closed', activities: [] }),
  ]
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
    show([aJourneyRequest()])
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
      />,
    )
    expect(await screen.findByText('Customer journey did not load. Your chat is not affected.')).toBeTruthy()
    server.answers.getJourney = () => ({ items: three, nextCursor: null })
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
  test('a request folded or unfolded by hand keeps it so', () => {
    expect(rowsOf(three, new Set()).map(({ key }) => key)).toEqual(['re-1', 'ac-0', 'ac-1', 're-2', 'ac-2', 're-3'])
    expect(rowsOf(three, new Set(['re-1'])).map(({ key }) => key)).toEqual(['re-1', 're-2', 'ac-2', 're-3'])
  })
  test('filtering by medium leaves only what fits', () => {
    expect(
      filtered(three, { status: 'all', medium: 'email' }).map(({ id, activities }) => [
        id,
        activities.map((activity) => activity.id),
      ]),
    ).toEqual([['re-1', ['ac-0']]])
  })
  test.each([
    ['ArrowUp', 0, { focus: 0 }],
    ['ArrowDown', 5, { focus: 5 }],
    ['ArrowRight', 5, null],
    ['ArrowLeft', 4, { focus: 3 }],
    ['ArrowLeft', 0, { toggle: 're-1' }],
    ['x', 0, null],
  ])('%s on row %i', (key, index, step) => {
    expect(treeKey(rowsOf(three, new Set()), index, key)).toEqual(step)
  })
})
