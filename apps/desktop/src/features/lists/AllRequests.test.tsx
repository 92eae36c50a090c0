import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RequestFilter, RequestSort, Snippet } from '@care/contract'
import { aListedRequest } from '@care/testkit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { AllRequests } from './AllRequests.tsx'
import { useList } from './list-store.ts'

const start = useList.getState()
beforeEach(() => {
  useList.setState(start, true)
  history.replaceState(null, '', '/requests')
})
afterEach(() => {
  vi.unstubAllGlobals()
  act(() => useConnection.setState({ state: 'connecting', tries: 0 }))
})

const tank = aListedRequest()
const invoice = aListedRequest({
  id: 're-2',
  number: 20_230,
  title: 'Invoice copy',
  customer: { id: 'cu-2', name: 'Jonas Weber', isVip: false },
  assignee: null,
  dueAt: 1_000,
})

function show(over: Parameters<typeof fakeServer>[0] = {}) {
  const asked: Array<{ filter: RequestFilter; sort: RequestSort }> = []
  const kept: unknown[] = []
  const server = fakeServer({
    listRequests: ({ query }) => {
      const filter = JSON.parse(String(query.filter)) as RequestFilter
      asked.push({ filter, sort: JSON.parse(String(query.sort)) as RequestSort })
      const items = [tank, invoice].filter(({ assignee }) => !filter.assigneeId || assignee === null)
      return { items: filter.isVip ? [] : items, nextCursor: null, isUnfinished: false }
    },
    countRequests: () => ({ count: 1_000, isMore: true }),
    listSnippets: () => ({ items: [] }),
    getListLayout: () => ({ columns: null }),
    setListLayout: ({ body }) => {
      kept.push(body)
      return body as { columns: [] }
    },
    listQueues: () => ({ items: [] }),
    listRequestTypes: () => ({ items: [] }),
    listOperators: () => ({ items: [], nextCursor: null }),
    ...over,
  })
  const onOpen = vi.fn<(request: typeof tank, snippet?: Snippet | null) => void>()
  const onNumber = vi.fn<(number: number) => void>()
  renderDesk(<AllRequests onOpen={onOpen} onNumber={onNumber} onAddRequest={() => undefined} />)
  return { server, onOpen, onNumber, asked, kept, user: userEvent.setup() }
}
const row = (name: RegExp) => screen.findByRole('row', { name })

describe('the list', () => {
  test('shows the columns, who is VIP, nobody in charge, what is overdue, and the count beside it', async () => {
    show()
    const first = await row(/Cracked water tank/)
    expect(within(first).getByText('VIP')).toBeTruthy()
    const second = await row(/Invoice copy/)
    expect(within(second).getByText('Nobody')).toBeTruthy()
    expect(second.textContent).toContain('Overdue')
    expect(await screen.findByText('1,000+ requests')).toBeTruthy()
  })

  test('is walked by keys; x and Shift+x choose, Enter opens', async () => {
    const { user, onOpen } = show()
    await row(/Cracked water tank/)
    await user.keyboard('j')
    expect(document.activeElement?.textContent).toContain('Cracked water tank')
    await user.keyboard('x{ArrowDown}')
    await user.keyboard('{Shift>}x{/Shift}')
    const bulk = screen.getByRole('toolbar', { name: 'Bulk actions' })
    expect(within(bulk).getByText('2 selected')).toBeTruthy()
    await user.click(within(bulk).getByRole('button', { name: 'Select all 1,000+ that match' }))
    expect(useList.getState().selection.isAllMatching).toBe(true)
    await user.click(within(bulk).getByRole('button', { name: 'Clear selection' }))
    expect(screen.queryByRole('toolbar', { name: 'Bulk actions' })).toBeNull()
    await user.click(await row(/Invoice copy/))
    expect(onOpen.mock.calls[0]?.[0].id).toBe('re-2')
  })

  test('a lost connection leaves the choice and the boxes where they are', async () => {
    const { user } = show()
    const box = within(await row(/Cracked water tank/)).getByRole('checkbox')
    await user.click(box)
    act(() => useConnection.setState({ state: 'reconnecting', tries: 1 }))
    expect(box.isConnected).toBe(true)
    expect(box).toHaveProperty('checked', true)
    expect(screen.getByRole('toolbar', { name: 'Bulk actions' }).textContent).toContain('1 selected')
  })

  test('titles sort, and a filter by time leaves only its own order', async () => {
    const { user, asked } = show()
    await row(/Cracked water tank/)
    await user.click(screen.getByRole('button', { name: 'Due' }))
    await waitFor(() => expect(asked.at(-1)?.sort).toEqual({ by: 'due', isDescending: false }))
    useList.getState().narrow({ created: { to: 5 } })
    await waitFor(() => expect(asked.at(-1)?.sort.by).toBe('created'))
    expect(screen.getByRole('button', { name: 'Due' })).toHaveProperty('disabled', true)
  })
})

describe('filters', () => {
  test('are added, chosen and taken out', async () => {
    const { user, asked } = show()
    await row(/Cracked water tank/)
    await user.click(screen.getByRole('button', { name: 'Add filter' }))
    await user.click(screen.getByRole('menuitem', { name: 'Assignee' }))
    const popup = await screen.findByRole('dialog', { name: 'Assignee' })
    await user.click(await within(popup).findByRole('checkbox', { name: 'Nobody' }))
    await waitFor(() => expect(asked.at(-1)?.filter).toEqual({ state: 'open', assigneeId: ['nobody'] }))
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Remove filter: Assignee' }))
    expect(useList.getState().filter).toEqual({ state: 'open' })
  })

  test('on what is there no more say so and are taken out by one click', async () => {
    useList.getState().narrow({ queueId: ['gone'] })
    const { user } = show()
    expect(await screen.findByRole('button', { name: 'Queue: No longer there' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove filter: Queue' }))
    expect(useList.getState().filter).toEqual({})
  })

  test('that nothing fits can be cleared', async () => {
    const { user } = show()
    useList.getState().narrow({ isVip: true })
    expect(await screen.findByText('Nothing fits these filters')).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'Clear' }).at(-1) ?? document.body)
    expect(await row(/Cracked water tank/)).toBeTruthy()
  })
})

describe('search', () => {
  const snippet: Snippet = {
    requestId: 're-2',
    place: 'message',
    text: 'где мой заказ? Всё ещё жду',
    marks: [[19, 22]],
    said: { activityId: 'ac-2', seq: 3, author: 'customer', authorName: 'Jonas Weber', at: 1_000 },
  }

  test('/ leads to the field; what is found is marked where it stands, and opened with its place', async () => {
    const { user, asked, onOpen } = show({ listSnippets: () => ({ items: [snippet] }) })
    await row(/Cracked water tank/)
    await user.keyboard('/ещё')
    await waitFor(() => expect(asked.at(-1)?.filter).toEqual({ state: 'open', words: 'ещё' }))
    expect(asked.at(-1)?.sort.by).toBe('created')
    const found = await row(/Invoice copy/)
    expect((await within(found).findByText('ещё')).tagName).toBe('MARK')
    expect(found.textContent).toContain('Jonas Weber')
    expect(within(await row(/Cracked water tank/)).getByText(/further back/)).toBeTruthy()
    expect(location.search).toBe(`?q=${encodeURIComponent('ещё')}`)
    await user.click(found)
    expect(onOpen.mock.calls[0]?.[1]).toEqual(snippet)
  })

  test('a number leads to its request by Enter; Escape takes the words out and the sort comes back', async () => {
    const { user, asked, onNumber } = show()
    const field = screen.getByRole('searchbox', { name: 'Search in all requests' })
    await user.type(field, '#20230')
    await waitFor(() => expect(asked.at(-1)?.filter.words).toBe('#20230'))
    await user.keyboard('{Enter}')
    expect(onNumber.mock.calls).toEqual([[20_230]])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(useList.getState().filter).toEqual({ state: 'open' }))
    expect(useList.getState().sort.by).toBe('updated')
    expect(location.search).toBe('')
    expect(document.activeElement).toBe(field)
  })

  test('that nothing is found among the filters offers to search without them', async () => {
    const { user } = show({
      listRequests: ({ query }) => {
        const { state } = JSON.parse(String(query.filter)) as RequestFilter
        return { items: state === 'open' ? [] : [tank], nextCursor: null, isUnfinished: false }
      },
    })
    useList.getState().narrow({ state: 'open', words: 'tank' })
    await user.click(await screen.findByRole('button', { name: 'Search without filters' }))
    expect(useList.getState().filter).toEqual({ words: 'tank' })
    expect(within(await row(/Cracked water tank/)).getByText('tank').tagName).toBe('MARK')
  })
})

test('columns are chosen, ordered and sized, and kept', async () => {
  const { user, kept } = show()
  await row(/Cracked water tank/)
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  const popup = await screen.findByRole('dialog', { name: 'Columns' })
  await user.click(within(popup).getByRole('checkbox', { name: 'Company' }))
  await user.click(within(popup).getByRole('button', { name: 'Move Company up' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const edge = screen.getByRole('separator', { name: 'Width of Company' })
  edge.focus()
  await user.keyboard('{ArrowRight}')
  const { columns } = kept.at(-1) as { columns: Array<{ id: string; width: number }> }
  expect(columns.slice(-2)).toEqual([
    { id: 'company', width: 166 },
    { id: 'updated', width: 96 },
  ])
})

test('a list that does not load says so, keeps its filters and tries again', async () => {
  let isDown = true
  const { user } = show({
    listRequests: () => {
      if (isDown) throw new Refusal('UNAVAILABLE')
      return { items: [tank], nextCursor: null, isUnfinished: false }
    },
  })
  expect(await screen.findByText('Requests did not load')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'State: Open' })).toBeTruthy()
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await row(/Cracked water tank/)).toBeTruthy()
})
