import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { LineState } from './LineState.tsx'
import { closePhoneLine, usePhoneLine } from './phone-line.ts'

afterEach(() => act(closePhoneLine))

const show = (state: Partial<ReturnType<typeof usePhoneLine.getState>['state']>) => {
  usePhoneLine.setState({ user: 'anna', state: { registration: 'registered', refusal: null, calls: [], ...state } })
  renderDesk(<LineState />)
}

test('nothing stands for who has no line', () => {
  renderDesk(<LineState />)
  expect(screen.queryByRole('status')).toBeNull()
})

test.each([
  [{ registration: 'registered' }, 'Phone line ready, anna'],
  [{ registration: 'connecting' }, 'Phone line: connecting'],
  [{ registration: 'lost' }, 'Phone line lost, trying again'],
  [
    { registration: 'refused', refusal: 'password' },
    'Phone line refused. The phone system does not accept the password. Ask your administrator.',
  ],
] as const)('%j is said in words', (state, words) => {
  show(state)
  const line = screen.getByRole('status')
  expect(line.textContent).toBe(words)
  expect(line.title).toBe(words)
})

test('a machine without a microphone is said before a call needs one', async () => {
  const devices = Object.assign(new EventTarget(), { enumerateDevices: async () => [] })
  vi.stubGlobal('navigator', Object.create(navigator, { mediaDevices: { value: devices } }))
  show({})
  await vi.waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe('No microphone was found: you cannot be heard on the phone'),
  )
  vi.unstubAllGlobals()
})
