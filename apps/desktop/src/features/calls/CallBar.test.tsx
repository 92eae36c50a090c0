import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { aCall } from '../../shared/testing/call.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { CallBar } from './CallBar.tsx'

afterEach(() => useConnection.setState({ state: 'connecting' }))

test.each([
  ['a VIP', true, 'ElenaVIP'],
  ['anybody else', false, 'Elena'],
])('the bar of a call says with whom it is: %s', (_, isVip, said) => {
  useConnection.setState({ state: 'connected' })
  const customer = { id: 'c', name: 'Elena', isVip }
  renderDesk(<CallBar call={aCall({ state: 'active', endedAt: null, endedBy: null, customer })} />)
  expect(screen.getByRole('region').querySelector('b')?.textContent).toBe(said)
})
