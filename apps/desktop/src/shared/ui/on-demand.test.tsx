import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderDesk, words } from '../testing/render.tsx'
import { fetchAhead, onDemand, regionOnDemand } from './on-demand.tsx'

const Layer = (): ReactNode => <p>the layer</p>

test('a layer that cannot be fetched closes, and the next opening tries again', async () => {
  const load = vi.fn<() => Promise<typeof Layer>>()
  load.mockRejectedValueOnce(new Error('no connection')).mockResolvedValueOnce(Layer)
  const Opened = onDemand(load)
  const onClose = vi.fn<() => void>()
  const first = renderDesk(<Opened onClose={onClose} />)
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  first.unmount()
  renderDesk(<Opened onClose={onClose} />)
  expect(await screen.findByText('the layer')).toBeTruthy()
})

test('what was fetched ahead opens without asking again', async () => {
  const load = vi.fn<() => Promise<typeof Layer>>().mockResolvedValue(Layer)
  const Opened = onDemand(load)
  await fetchAhead(words)
  renderDesk(<Opened onClose={() => undefined} />)
  expect(screen.getByText('the layer')).toBeTruthy()
  expect(load).toHaveBeenCalledOnce()
})

test('a region that cannot be fetched says so where it stands, and comes when it is tried again', async () => {
  const load = vi.fn<() => Promise<typeof Layer>>()
  load.mockRejectedValueOnce(new Error('no connection')).mockResolvedValueOnce(Layer)
  const Region = regionOnDemand(load)
  renderDesk(<Region />)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('the layer')).toBeTruthy()
})
