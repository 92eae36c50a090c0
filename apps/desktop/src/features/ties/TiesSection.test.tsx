import type { RequestTies, TiedRequest } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { aRequest, noon } from '@care/testkit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { LinkRequestDialog } from './LinkRequestDialog.tsx'
import { MergeRequestDialog } from './MergeRequestDialog.tsx'
import { SplitRequestDialog } from './SplitRequestDialog.tsx'
import { TiesSection } from './TiesSection.tsx'

beforeEach(() => useToast.setState({ toast: null }))
afterEach(() => vi.unstubAllGlobals())

const tied = (number: number, over: Partial<TiedRequest> = {}): TiedRequest => ({
  id: `re-${number}`,
  number,
  title: `Title ${number}`,
  category: 'active',
  stageName: { en: 'Active', ru: '', pl: '', bg: '' },
  customer: { id: 'cu-elena', name: 'Elena Petrova', isVip: false },
  updatedAt: noon,
  canSee: true,
  ...over,
})
const nothing: RequestTies = { parent: null, parts: [], links: [], merges: [], abilities: { edit: true } }
const closed = { category: 'closed', stageName: { en: 'Closed', ru: '', pl: '', bg: '' } } as const

function show(ties: RequestTies) {
  const server = fakeServer({ getRequestTies: () => ties })
  const onOpen = vi.fn<(request: { requestId: string; customerId: string }) => void>()
  const onLink = vi.fn<() => void>()
  renderDesk(<TiesSection requestId="re-1" onOpen={onOpen} onLink={onLink} />)
  return { server, onOpen, onLink, user: userEvent.setup() }
}

describe('what a request is tied to', () => {
  test('nothing yet: a link can be made', async () => {
    const { user, onLink } = show(nothing)
    expect(await screen.findByText('Nothing is linked')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Link a request' }))
    expect(onLink).toHaveBeenCalledOnce()
  })

  test('parent, parts with their progress, links by kind and direction, what may not be seen as a number', async () => {
    const { user, onOpen } = show({
      ...nothing,
      parent: tied(7),
      parts: [tied(2, closed), tied(3)],
      links: [
        { id: 'l1', kind: 'duplicate', isFrom: true, request: tied(4) },
        { id: 'l2', kind: 'split', isFrom: false, request: tied(5) },
        { id: 'l3', kind: 'related', isFrom: false, request: tied(6, { canSee: false, title: '', customer: null }) },
      ],
    })
    const region = await screen.findByRole('region', { name: 'Linked requests' })
    expect(within(region).getByText('Parts: 1 of 2 closed')).toBeTruthy()
    for (const words of ['Part of', 'Duplicate of', 'Split off', 'Related'])
      expect(within(region).getByText(words)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /REQ-6: You may not see/ }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Open REQ-4: Title 4' }))
    expect(onOpen).toHaveBeenCalledWith({ requestId: 're-4', customerId: 'cu-elena' })
  })

  test('a merge is taken apart from its line, and says why when it cannot be', async () => {
    const merges = [{ id: 'm1', number: 9, title: 'Old', mergedAt: noon, by: { id: 'a', name: 'Anna' }, activities: 2 }]
    const { user, server } = show({ ...nothing, merges })
    server.answers.undoRequestMerge = () => {
      throw new Refusal('NOT_ALLOWED_NOW', { problem: 'TARGET_CLOSED' })
    }
    const button = await screen.findByRole('button', { name: 'Take it out again: REQ-9' })
    await user.click(button)
    await waitFor(() => expect(useToast.getState().toast?.text).toMatch(/^That request is closed/))
    server.answers.undoRequestMerge = () => aRequest()
    await user.click(button)
    await waitFor(() => expect(useToast.getState().toast?.text).toBe('REQ-9 is a request of its own again'))
  })

  test('without the right there is nothing to press but the requests', async () => {
    show({ ...nothing, parent: tied(7), abilities: { edit: false } })
    await screen.findByText('Part of')
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Open REQ-7: Title 7',
    ])
  })
})

describe('dialogs', () => {
  const serve = () =>
    fakeServer({
      getRequest: () => aRequest({ id: 're-1', number: 1 }),
      listTieCandidates: () => ({ items: [tied(2), tied(3)] }),
    })

  test('merging: suggestions at once, by keys, the direction swaps, a refusal stays in the dialog', async () => {
    const server = serve()
    const user = userEvent.setup()
    const onMerged = vi.fn<(requestId: string) => void>()
    renderDesk(<MergeRequestDialog requestId="re-1" onClose={() => undefined} onMerged={onMerged} />)
    await screen.findByRole('option', { name: /REQ-3/ })
    await user.click(screen.getByRole('button', { name: /^Merge/ }))
    expect(screen.getByText('Choose a request')).toBeTruthy()
    await user.click(screen.getByRole('combobox'))
    await user.keyboard('{ArrowDown}{Enter}')
    expect(screen.getByText(/of REQ-\d+ go to REQ-3/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'The other way round' }))
    expect(screen.getByText(/of REQ-3 go to REQ-/)).toBeTruthy()
    server.answers.mergeRequests = () => {
      throw new Refusal('NOT_ALLOWED_NOW', { problem: 'SOURCE_CLOSED' })
    }
    await user.click(screen.getByRole('button', { name: /^Merge/ }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/is closed/)
    server.answers.mergeRequests = () => ({ mergeId: 'm1', request: aRequest({ id: 're-1' }) })
    await user.click(screen.getByRole('button', { name: /^Merge/ }))
    await waitFor(() => expect(onMerged).toHaveBeenCalledWith('re-1'))
    expect(server.callsTo('mergeRequests').at(-1)).toMatchObject({
      params: { requestId: 're-3' },
      body: { targetId: 're-1' },
    })
  })

  test('linking: "it is a part of this" sets the other one’s parent', async () => {
    const server = serve()
    const user = userEvent.setup()
    server.answers.setParent = () => nothing
    renderDesk(<LinkRequestDialog requestId="re-1" onClose={() => undefined} />)
    await user.click(await screen.findByRole('option', { name: /REQ-2/ }))
    await user.click(screen.getByRole('radio', { name: 'It is a part of this' }))
    await user.click(screen.getByRole('button', { name: /^Link/ }))
    await waitFor(() =>
      expect(server.callsTo('setParent')).toMatchObject([
        { params: { requestId: 're-2' }, body: { parentId: 're-1' } },
      ]),
    )
  })

  test('splitting: some, not all; the title of the first is proposed', async () => {
    const server = serve()
    const user = userEvent.setup()
    const one = (id: string, canMove = true) => ({
      id,
      medium: 'email' as const,
      title: `About ${id}`,
      startedAt: noon,
      operator: null,
      canMove,
    })
    server.answers.listRequestActivities = () => ({ items: [one('a'), one('b'), one('c', false)] })
    server.answers.splitRequest = () => aRequest({ id: 're-new' })
    const onSplit = vi.fn<(request: { requestId: string; customerId: string }) => void>()
    renderDesk(<SplitRequestDialog requestId="re-1" onClose={() => undefined} onSplit={onSplit} />)
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /About b/ })
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /About c/ }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: /^Split/ }))
    expect(screen.getByRole('alert').textContent).toBe('Choose at least one activity.')
    await user.click(box)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Title of the new/ }).value).toBe('About b')
    await user.click(screen.getByRole('button', { name: /^Split/ }))
    await waitFor(() => expect(onSplit).toHaveBeenCalledOnce())
    expect(server.callsTo('splitRequest')).toMatchObject([{ body: { activityIds: ['b'], title: 'About b' } }])
  })
})
