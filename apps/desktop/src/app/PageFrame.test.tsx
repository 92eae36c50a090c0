import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useConnection } from '../shared/realtime/connection.ts'
import { fakeServer } from '../shared/testing/fake-server.ts'
import { renderDesk } from '../shared/testing/render.tsx'
import { PageFrame } from './PageFrame.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  act(() => useConnection.setState({ state: 'connecting', tries: 0 }))
})

async function lose(saysLost: boolean): Promise<void> {
  fakeServer({})
  renderDesk(<PageFrame saysLost={saysLost}>the list</PageFrame>)
  await screen.findByText('the list')
  vi.useFakeTimers()
  act(() => useConnection.setState({ state: 'reconnecting', tries: 2 }))
  act(() => void vi.advanceTimersByTime(1_000))
}

test('a screen beside the desk says that the connection is lost, and stays', async () => {
  await lose(false)
  expect(screen.getByText('Reconnecting, try 2')).toBeTruthy()
  expect(screen.getByText('the list')).toBeTruthy()
  act(() => useConnection.setState({ state: 'connected', tries: 0 }))
  expect(screen.queryByText(/Reconnecting/)).toBeNull()
})

test('one that says it by itself says it once', async () => {
  await lose(true)
  expect(screen.queryByText(/Reconnecting/)).toBeNull()
})
