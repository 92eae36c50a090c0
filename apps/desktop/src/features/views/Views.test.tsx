import type { SavedView } from '@care/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useShownView } from './view-store.ts'
import { Views, type ViewsProps } from './Views.tsx'

const start = useShownView.getState()
beforeEach(() => useShownView.setState(start, true))
afterEach(() => vi.unstubAllGlobals())

const sort = { by: 'updated' as const, isDescending: true }
const aView = (over: Partial<SavedView> = {}): SavedView => ({
  id: 'v1',
  name: 'Hot',
  filter: { priority: ['urgent'] },
  goneFields: [],
  sort,
  columns: null,
  isShared: true,
  maker: { id: 'boris', name: 'Boris', isActive: true },
  updatedAt: 1,
  version: 3,
  abilities: { edit: true, takeOver: true },
  ...over,
})

function show(views: SavedView[], { defaultViewId = null as string | null, filter = {} as ViewsProps['filter'] } = {}) {
  const done: unknown[] = []
  fakeServer({
    listViews: () => ({ items: views, defaultViewId }),
    countRequests: () => ({ count: 1_000, isMore: true }),
    takeOverView: () => {
      done.push('taken over')
      return aView()
    },
    editView: ({ body }) => {
      done.push(body)
      return aView()
    },
    arrangeViews: ({ body }) => {
      done.push(body)
      return body as { order: string[]; defaultViewId: null }
    },
  })
  const onShow = vi.fn<ViewsProps['onShow']>()
  renderDesk(<Views filter={filter} sort={sort} columns={[]} isWanted onShow={onShow} />)
  return { done, onShow, user: userEvent.setup() }
}
const tab = (name: RegExp) => screen.findByRole('button', { name })

test('a view is a tab with its count; chosen, the list becomes it', async () => {
  const { user, onShow } = show([aView()])
  const hot = await tab(/^Hot/)
  expect(await within(hot).findByText('1,000+')).toBeTruthy()
  await user.click(hot)
  expect(onShow).toHaveBeenLastCalledWith(expect.objectContaining({ filter: { priority: ['urgent'] } }))
})

test('the one that opens first opens by itself, once', async () => {
  const { onShow } = show([aView()], { defaultViewId: 'v1', filter: { priority: ['urgent'] } })
  await vi.waitFor(() => expect(onShow).toHaveBeenCalledTimes(1))
  expect((await tab(/^Hot/)).getAttribute('aria-current')).toBe('true')
})

test('its maker has left: it says so and can be taken over; a field that is gone is named and taken out', async () => {
  const gone = aView({ maker: { id: 'boris', name: 'Boris', isActive: false }, goneFields: ['region'] })
  const { user, done } = show([gone], { filter: { priority: ['urgent'] } })
  await user.click(await tab(/^Hot/))
  expect(screen.getByText(/Boris made this view and has left/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take over' }))
  expect(screen.getByText('region: no longer there')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Remove the field region/ }))
  await vi.waitFor(() => expect(done).toEqual(['taken over', { filter: { priority: ['urgent'] } }]))
})

test('another filter is marked, and saved into the view by its menu; order and what opens first are kept', async () => {
  const { user, done } = show([aView(), aView({ id: 'v2', name: 'Cold' })], { filter: { state: 'closed' } })
  await user.click(await tab(/^Hot/))
  expect(within(await tab(/^Hot/)).getByText('changed')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'View' }))
  await user.click(await screen.findByRole('menuitem', { name: /Save the present filter/ }))
  await vi.waitFor(() => expect(done).toEqual([{ filter: { state: 'closed' }, sort }]))
  await user.click(screen.getByRole('button', { name: 'View' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move to the right' }))
  await vi.waitFor(() => expect(done.at(-1)).toEqual({ order: ['v2', 'v1'], defaultViewId: null }))
})
