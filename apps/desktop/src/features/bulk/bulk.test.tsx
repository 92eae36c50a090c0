import type { BulkItem, BulkRun, BulkSelection } from '@care/contract'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { BulkActions } from './BulkActions.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { useBulk } from './bulk-store.ts'

const start = useBulk.getState()
beforeEach(() => useBulk.setState(start, true))
afterEach(() => {
  vi.unstubAllGlobals()
  act(() => useConnection.setState({ state: 'connecting', tries: 0 }))
})

const counts = { waiting: 0, done: 0, skipped: 0, failed: 0, undone: 0, kept: 0 }
const aRun = (over: Partial<BulkRun> = {}): BulkRun => ({
  id: 'run-1',
  actions: [{ kind: 'priority', priority: 'urgent' }],
  macroId: null,
  state: 'finished',
  total: 3,
  counts: { ...counts, done: 2, failed: 1 },
  createdAt: 1,
  finishedAt: 2,
  undoUntil: 3,
  ...over,
})
const lists = {
  listQueues: () => ({ items: [] }),
  listOperators: () => ({ items: [], nextCursor: null }),
  listRequestTypes: () => ({ items: [] }),
  listMacros: () => ({ items: [] }),
}

describe('the bar', () => {
  function show(over: Parameters<typeof fakeServer>[0] = {}) {
    const sent: unknown[] = []
    fakeServer({
      ...lists,
      previewBulk: () => ({ count: 148, isTooMany: false, types: [] }),
      startBulk: ({ body }) => {
        sent.push(body)
        return aRun({ state: 'gathering' })
      },
      ...over,
    })
    const onStarted = vi.fn<() => void>()
    const selection: BulkSelection = { filter: { state: 'open' } }
    renderDesk(<BulkActions selection={selection} onStarted={onStarted} />)
    return { sent, onStarted, user: userEvent.setup() }
  }
  const chooseUrgent = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(screen.getByRole('button', { name: 'Priority' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Urgent' }))
    return screen.findByRole('dialog')
  }

  test('asks first, with the number of requests, and sends the filter, not the rows', async () => {
    const { user, sent, onStarted } = show()
    const dialog = await chooseUrgent(user)
    expect(await within(dialog).findByText(/This changes 148 requests/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: /Change 148 requests/ }))
    await vi.waitFor(() => expect(onStarted).toHaveBeenCalled())
    expect(sent).toEqual([
      { selection: { filter: { state: 'open' } }, actions: [{ kind: 'priority', priority: 'urgent' }] },
    ])
  })

  const queue = (id: string, name: string, isActive = true) => ({ id, name, isActive, memberIds: [] })
  test('what is archived is not offered; spam is asked about like the rest', async () => {
    const { user, sent } = show({
      listQueues: () => ({ items: [queue('q1', 'Orders'), queue('q2', 'Of old', false)] as never }),
    })
    await user.click(screen.getByRole('button', { name: 'Queue' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Orders' }))
    expect(screen.queryByRole('menuitem', { name: 'Of old' })).toBeNull()
    await user.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: /Change 148/ }))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'More bulk actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Mark as spam' }))
    await user.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: /Change 148/ }))
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    expect(sent).toMatchObject([{ actions: [{ kind: 'queue', queueId: 'q1' }] }, { actions: [{ kind: 'spam' }] }])
  })

  test('a lost connection leaves the open dialog, and lets nothing new begin', async () => {
    const { user } = show()
    const dialog = await chooseUrgent(user)
    const send = await within(dialog).findByRole('button', { name: /Change 148/ })
    act(() => useConnection.setState({ state: 'reconnecting', tries: 1 }))
    expect(send.isConnected).toBe(true)
    const bar = screen.getAllByRole('button', { hidden: true }).filter((button) => !dialog.contains(button))
    expect(bar.length).toBeGreaterThan(5)
    expect(bar.filter((button) => !button.hasAttribute('disabled'))).toEqual([])
  })

  test('too many are refused before they are sent, and it says what to do', async () => {
    const { user } = show({ previewBulk: () => ({ count: 10_000, isTooMany: true, types: [] }) })
    const dialog = await chooseUrgent(user)
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/More than 10,000 requests match/)
    expect(within(dialog).getByRole('button', { name: /Change/ })).toHaveProperty('disabled', true)
  })

  test('a refusal stands in the dialog, nothing is lost', async () => {
    const { user } = show({
      startBulk: () => {
        throw new Refusal('NOT_ALLOWED_NOW', { problem: 'TOO_MANY_RUNS' })
      },
    })
    const dialog = await chooseUrgent(user)
    await user.click(await within(dialog).findByRole('button', { name: /Change 148 requests/ }))
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/still running/)
  })
})

describe('the run', () => {
  function show(run: BulkRun, items: BulkItem[] = []) {
    useBulk.getState().see(run.id)
    const done: string[] = []
    fakeServer({
      ...lists,
      listBulkRuns: () => ({ items: [run], nextCursor: null }),
      listBulkItems: () => ({ items, nextCursor: null }),
      stopBulk: () => {
        done.push('stop')
        return { ...run, state: 'stopped' }
      },
      undoBulk: () => {
        done.push('undo')
        return { ...run, state: 'undoing' }
      },
    })
    const onSelect = vi.fn<(ids: readonly string[]) => void>()
    renderDesk(<BulkProgress onSelect={onSelect} />)
    return { done, onSelect, user: userEvent.setup() }
  }

  test('at work it shows how far it is and can be stopped', async () => {
    const running = aRun({ state: 'running', total: 400, counts: { ...counts, waiting: 300, done: 100 } })
    const { user, done } = show(running)
    expect(await screen.findByText('100 of 400')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(done).toEqual(['stop'])
  })

  test('at its end: what failed and why, those chosen again, and undo', async () => {
    const failed: BulkItem[] = [
      {
        requestId: 're-1',
        request: { number: 7, title: 'Kettle' },
        state: 'failed',
        error: { code: 'NOT_ALLOWED_NOW', details: { problem: 'CLOSED' } },
      },
      {
        requestId: 're-2',
        request: { number: 8, title: 'Lamp' },
        state: 'failed',
        error: { code: 'FIELDS_REQUIRED', details: { fields: [{ name: { en: 'Model', ru: '', pl: '', bg: '' } }] } },
      },
    ]
    const { user, done, onSelect } = show(aRun(), failed)
    expect(await screen.findByText('2 requests changed')).toBeTruthy()
    expect(screen.getByText('1 could not be changed')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Result' }))
    const dialog = await screen.findByRole('dialog', { name: 'Result' })
    expect(await within(dialog).findByText('It is closed')).toBeTruthy()
    expect(within(dialog).getByText('To be filled in first: Model')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Select those that failed' }))
    await vi.waitFor(() => expect(onSelect).toHaveBeenCalledWith(['re-1', 're-2']))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(done).toEqual(['undo'])
  })
})
