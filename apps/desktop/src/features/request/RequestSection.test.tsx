import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { HistoryLine, RequestDetails } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetEdits } from '../../shared/edit/edit-store.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { aRequest, noon } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
// They come on demand; here they are at hand.
import './History.tsx'
import './more/RequestMore.tsx'
import { RequestSection } from './RequestSection.tsx'

const nothing = (): void => undefined
beforeEach(() => {
  localStorage.clear()
  forgetEdits()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function requestServer(start: RequestDetails = aRequest()) {
  let request = start
  const set = (over: Partial<RequestDetails>): RequestDetails =>
    (request = { ...request, ...over, version: request.version + 1 })
  const server = fakeServer({
    getRequest: () => request,
    editRequest: ({ version, body }) => {
      if (version !== request.version)
        throw new Refusal('CONFLICT', {
          currentVersion: request.version,
          changedBy: 'Iva',
          changedAt: 1,
          current: { ...request, queueId: 'q1' },
        })
      return set(body as Partial<RequestDetails>)
    },
    moveStage: ({ body }) => set({ stage: (body as { stage: string }).stage }),
    keepOpen: () => set({ autoCloseAt: Date.now() + 5 * 86_400_000 }),
    reopenRequest: () => set({ category: 'active', stage: 'active' }),
    assignRequest: ({ body }) =>
      set({
        assignee: (body as { operatorId: string | null }).operatorId === null ? null : { id: 'op-anna', name: 'Anna' },
      }),
    listQueues: () => ({ items: [] }),
    listRequestTypes: () => ({ items: [] }),
    listOperators: () => ({ items: [], nextCursor: null }),
    suggestTags: () => ({ items: ['urgent part'] }),
  })
  return { server, set, now: () => request }
}
const show = (id: string | null = 're-1') =>
  renderDesk(<RequestSection requestId={id} onOpenRequest={nothing} onAddRequest={nothing} />)

describe('the region', () => {
  // First of all: later its code is there at once.
  test('is shown with all its parts together: none comes in later and moves what stands below', async () => {
    requestServer()
    show()
    expect(await screen.findByRole('list', { name: 'Stage' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Followers' })).toBeTruthy()
  })

  test('without a request offers to add one', () => {
    fakeServer({})
    show(null)
    expect(screen.getByRole('region', { name: 'Request details' }).textContent).toContain('No request yet')
    expect(screen.getByRole('button', { name: 'Add request' })).toBeTruthy()
  })

  test('read-only: values are text, no stage can be chosen', async () => {
    requestServer(
      aRequest({
        abilities: {
          edit: false,
          close: false,
          reopen: false,
          snooze: false,
          assign: false,
          comment: false,
          merge: false,
          tie: false,
        },
      }),
    )
    show()
    // To follow is nobody's change but one's own.
    expect(await screen.findByRole('button', { name: 'Follow' })).toBeTruthy()
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)
    expect(names).toEqual(['Request details', 'History', 'Follow'])
  })

  test('snippets and long words are text', async () => {
    requestServer(aRequest({ title: '<script>alert(1)</script>', description: 'مرحبا 👋 <b>bold</b>' }))
    const { container } = show()
    expect(await screen.findByText('<script>alert(1)</script>')).toBeTruthy()
    expect(screen.getByText('مرحبا 👋 <b>bold</b>').getAttribute('dir')).toBe('auto')
    expect(container.querySelector('b, script')).toBeNull()
  })
})

describe('stages', () => {
  test('only the moves that the workflow allows are buttons', async () => {
    const { server } = requestServer()
    show()
    const list = await screen.findByRole('list', { name: 'Stage' })
    expect(
      within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Waiting'])
    expect(within(list).getByText('Active').closest('li')?.getAttribute('aria-current')).toBe('step')
    await userEvent.click(within(list).getByRole('button', { name: 'Move to Waiting' }))
    await waitFor(() => expect(server.callsTo('moveStage')).toMatchObject([{ body: { stage: 'waiting' } }]))
  })

  test('a refused move says why and stays where it is', async () => {
    const { server } = requestServer()
    server.answers.moveStage = () => {
      throw new Refusal('NOT_ALLOWED_NOW')
    }
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Move to Waiting' }))
    expect((await screen.findByRole('alert')).textContent).toContain('not possible')
    expect(screen.getByText('Active').closest('li')?.getAttribute('aria-current')).toBe('step')
  })
})

describe('fields', () => {
  test('the title is edited in place, with its limit', async () => {
    const { now } = requestServer()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Title: Cracked water tank' }))
    const field = screen.getByRole('textbox', { name: 'Title' })
    await user.clear(field)
    await user.paste('x'.repeat(205))
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('200 characters at most')
    await user.clear(field)
    await user.type(field, 'New tank{Enter}')
    await waitFor(() => expect(now().title).toBe('New tank'))
  })

  test('an empty title is refused before sending', async () => {
    const { server } = requestServer()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /^Title: / }))
    await user.clear(screen.getByRole('textbox', { name: 'Title' }))
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('A title is needed')
    expect(server.callsTo('editRequest')).toEqual([])
  })

  test('a conflict is told with words for the values, and Keep mine ends it', async () => {
    const { set, now } = requestServer()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Priority: High' }))
    set({ priority: 'urgent' })
    await user.click(await screen.findByRole('menuitem', { name: 'Low' }))
    expect(await screen.findByText('Iva changed Priority to Urgent')).toBeTruthy()
    expect(screen.getByText('Your value: Low, not saved')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(now().priority).toBe('low'))
    await waitFor(() => expect(screen.queryByText(/Iva changed/)).toBeNull())
  })

  test('operators without the right to give may take it or give it back', async () => {
    const { server } = requestServer()
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Assignee: You' }))
    const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
    expect(items).toEqual(['You', 'Back to the queue'])
    await userEvent.click(screen.getByRole('menuitem', { name: 'Back to the queue' }))
    await waitFor(() => expect(server.callsTo('assignRequest')).toMatchObject([{ body: { operatorId: null } }]))
  })
})

describe('auto-close', () => {
  test('counts down live, turns amber in the last day, and Keep open restarts it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: noon })
    const { server } = requestServer(aRequest({ autoCloseAt: noon + 86_400_000 + 1_500 }))
    show()
    const duration = await screen.findByText(/1\sd/)
    const line = duration.closest('[class*=auto]')
    expect(line?.textContent).toMatch(/^Closes in 1\sd without updates/)
    expect(line?.hasAttribute('data-near')).toBe(false)
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(line?.textContent).toMatch(/^Closes in 23\sh 59\sm without updates/)
    expect(line?.hasAttribute('data-near')).toBe(true)
    await userEvent
      .setup({ advanceTimers: vi.advanceTimersByTimeAsync })
      .click(screen.getByRole('button', { name: 'Keep open' }))
    await waitFor(() => expect(server.callsTo('keepOpen')).toHaveLength(1))
    await waitFor(() => expect(line?.textContent).toContain('4\u00A0d'))
  })

  test('a type without auto-close has no such line', async () => {
    requestServer(aRequest({ autoCloseAt: null }))
    show()
    await screen.findByText('Cracked water tank')
    expect(screen.queryByText(/Closes in/)).toBeNull()
  })
})

test('a closed request says how, when and by whom, and can be reopened', async () => {
  const outcome = aRequest().outcomes[0] ?? null
  const { server } = requestServer(
    aRequest({
      category: 'closed',
      stage: 'closed',
      outcome,
      outcomeNote: 'Tank sent.',
      closedAt: noon,
      closedBy: { id: 'op-iva', name: 'Iva' },
      autoCloseAt: null,
      previousRequest: { id: 're-0', number: 19840 },
      abilities: {
        edit: true,
        close: false,
        reopen: true,
        snooze: false,
        assign: false,
        comment: true,
        merge: false,
        tie: true,
      },
    }),
  )
  show()
  expect(await screen.findByText('Closed as Solved')).toBeTruthy()
  expect(screen.getByText(/^13 Nov 2026, \d\d:\d\d, Iva$/)).toBeTruthy()
  expect(screen.getByText('Tank sent.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Continues REQ-19840' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Reopen' }))
  await waitFor(() => expect(server.callsTo('reopenRequest')).toHaveLength(1))
})

test('the history is fetched when opened and goes on page by page, with names for ids', async () => {
  const line = (over: Partial<HistoryLine>): HistoryLine => ({
    id: 'h1',
    type: 'request.edited',
    at: noon,
    actor: { kind: 'operator', id: 'op-iva', name: 'Iva' },
    activityId: null,
    facts: {},
    ...over,
  })
  const { server } = requestServer()
  server.answers.getHistory = ({ query }) =>
    query.cursor === undefined
      ? {
          items: [
            line({ facts: { fields: { priority: { from: 'low', to: 'high' }, title: { from: null, to: null } } } }),
            line({ id: 'h2', type: 'request.stageMoved', facts: { from: 'new', to: 'active' } }),
          ],
          nextCursor: 'more',
        }
      : {
          items: [
            line({ id: 'h3', type: 'request.created', actor: { kind: 'system', id: null, name: '' } }),
            line({ id: 'h4', type: 'invented.later' }),
          ],
          nextCursor: null,
        }
  show()
  await screen.findByText('Cracked water tank')
  expect(server.callsTo('getHistory')).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'History' }))
  expect(await screen.findByText('Priority: Low → High')).toBeTruthy()
  expect(screen.getByText('Title changed')).toBeTruthy()
  expect(screen.getByText('Stage: New → Active')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier changes' }))
  expect(await screen.findByText('Request added')).toBeTruthy()
  expect(screen.getByText(/^Care Desktop,/)).toBeTruthy()
  expect(screen.getByText('Changed')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show earlier changes' })).toBeNull()
})
