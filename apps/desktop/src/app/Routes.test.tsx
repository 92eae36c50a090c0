import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../shared/testing/fake-server.ts'
import { testClient } from '../shared/testing/render.tsx'
import { Routes } from './Routes.tsx'

const { fetched } = vi.hoisted(() => ({ fetched: { fails: true } }))
vi.mock('../features/auth/SetupPage.tsx', () => ({
  get SetupPage() {
    if (fetched.fails) throw new Error('no connection')
    return () => <p>the setup</p>
  },
}))
afterEach(() => vi.unstubAllGlobals())

test('a setup page that cannot be fetched says so and is fetched again on demand', async () => {
  fakeServer({
    getMe: () => {
      throw new Refusal('NOT_SIGNED_IN')
    },
  })
  history.replaceState(null, '', '/setup?token=x')
  render(
    <QueryClientProvider client={testClient()}>
      <Routes />
    </QueryClientProvider>,
  )
  const retry = await screen.findByRole('button', { name: 'Try again' })
  fetched.fails = false
  await userEvent.click(retry)
  expect(await screen.findByText('the setup')).toBeTruthy()
})
