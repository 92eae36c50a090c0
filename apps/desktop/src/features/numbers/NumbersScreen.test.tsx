import type { Numbers } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { NumbersScreen } from './NumbersScreen.tsx'

afterEach(() => vi.unstubAllGlobals())

const none = { count: 0, average: null }
const numbers = (): Numbers => ({
  operator: { id: 'op-anna', name: 'Anna Petrova' },
  timeZone: 'Europe/Sofia',
  today: {
    closed: { count: 2, average: null },
    firstResponse: { count: 3, average: 65_000 },
    handled: none,
    rated: none,
  },
  days30: {
    closed: { count: 40, average: null },
    firstResponse: none,
    handled: { count: 41, average: 305_000 },
    rated: { count: 6, average: 4.5 },
  },
  closedByDay: [
    { day: '2026-04-05', count: 38 },
    { day: '2026-04-06', count: 2 },
  ],
})
const row = (n: number, canOpen = true) => ({
  sourceId: `s${n}`,
  requestId: `r${n}`,
  requestNumber: n,
  requestTitle: canOpen ? `Order ${n}` : '',
  canOpen,
  customer: canOpen ? { id: `c${n}`, name: 'Emma', isVip: true } : null,
  at: Date.UTC(2026, 3, 6),
  value: 65_000,
})

test('each figure opens the requests behind it, page by page; what is not one’s own any more is named and not opened', async () => {
  const server = fakeServer({
    getNumbers: numbers,
    listFigureRequests: ({ query }) =>
      query.cursor === undefined
        ? { items: [row(7), row(8, false)], nextCursor: 'more', total: 3 }
        : { items: [row(9)], nextCursor: null, total: 3 },
  })
  const onOpen = vi.fn<(requestId: string, customerId: string) => void>()
  renderDesk(<NumbersScreen operatorId={null} onOpenRequest={onOpen} />)
  expect(await screen.findByText('40 closed in 30 days, most on 5 April: 38')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^4.5 of 5 of 6\. Rating, average, 30 days/ })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^1:05 of 3\. First response, average, Today/ }))
  const list = await screen.findByRole('list', { name: 'First response, average, Today' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(2)
  expect(within(list).getByRole('button', { name: /Order 7.*VIP/ })).toBeTruthy()
  expect(within(list).getByRole('button', { name: /Not yours to see any more/ })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(3))
  await userEvent.click(within(list).getByRole('button', { name: /Order 9/ }))
  expect(onOpen).toHaveBeenCalledWith('r9', 'c9')
  expect(server.callsTo('listFigureRequests')[0]?.query).toMatchObject({ figure: 'firstResponse', period: 'today' })
})

test('a colleague’s are asked for by his id; what did not load can be tried again', async () => {
  let isRefused = true
  const server = fakeServer({
    getNumbers: () => {
      if (isRefused) throw new Refusal('FORBIDDEN')
      return numbers()
    },
  })
  renderDesk(<NumbersScreen operatorId="op-anna" onOpenRequest={vi.fn<() => void>()} />)
  await screen.findByText('The figures did not load')
  isRefused = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'Numbers of Anna Petrova' })).toBeTruthy()
  expect(server.callsTo('getNumbers')[0]?.query).toEqual({ operatorId: 'op-anna' })
})
