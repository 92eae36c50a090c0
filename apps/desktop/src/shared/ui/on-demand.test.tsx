import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../testing/render.tsx'
import { fetchAhead, onDemand } from './on-demand.tsx'

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
  await fetchAhead()
  renderDesk(<Opened onClose={() => undefined} />)
  expect(screen.getByText('the layer')).toBeTruthy()
  expect(load).toHaveBeenCalledOnce()
})
