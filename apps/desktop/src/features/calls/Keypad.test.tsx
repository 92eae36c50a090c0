import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../../shared/testing/render.tsx'
import { Keypad } from './Keypad.tsx'

test('digits are pressed and typed, each is sent once and shown, and nothing of it reaches the keys of the desk', async () => {
  const onDigit = vi.fn<(digit: string) => void>()
  const onDeskKey = vi.fn<(event: KeyboardEvent) => void>()
  const user = userEvent.setup()
  document.addEventListener('keydown', onDeskKey)
  renderDesk(<Keypad onDigit={onDigit} />)
  await user.click(screen.getByRole('button', { name: 'Press 4' }))
  onDeskKey.mockClear()
  await user.keyboard('2#')
  expect(onDigit.mock.calls.flat()).toEqual(['4', '2', '#'])
  expect(screen.getByLabelText('Digits sent').textContent).toBe('42#')
  expect(onDeskKey).not.toHaveBeenCalled()
  await user.keyboard('x{Enter}')
  expect(onDigit.mock.calls.flat()).toEqual(['4', '2', '#', '4'])
  document.removeEventListener('keydown', onDeskKey)
})
