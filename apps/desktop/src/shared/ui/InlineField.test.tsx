import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { renderDesk } from '../testing/render.tsx'
import { InlineField, type InlineFieldProps } from './InlineField.tsx'

function show(over: Partial<InlineFieldProps> = {}) {
  const onSave = vi.fn<(value: string) => void>()
  renderDesk(
    <>
      <InlineField label="Phone" value="+359 88 412" onSave={onSave} {...over} />
      <button type="button">elsewhere</button>
    </>,
  )
  return onSave
}
const open = () => userEvent.click(screen.getByRole('button', { name: /Phone/ }))
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone' })

describe('a value that turns into a field', () => {
  test('Enter saves and gives the focus back to the value', async () => {
    const onSave = show()
    await open()
    await userEvent.clear(field())
    await userEvent.type(field(), '123{Enter}')
    expect(onSave.mock.calls).toEqual([['123']])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Phone/ }))
  })

  test('Esc restores and saves nothing', async () => {
    const onSave = show()
    await open()
    await userEvent.type(field(), '9{Escape}')
    expect(onSave).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: /Phone/ }).textContent).toContain('+359 88 412')
  })

  test('leaving saves', async () => {
    const onSave = show()
    await open()
    await userEvent.type(field(), '9')
    await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }))
    expect(onSave.mock.calls).toEqual([['+359 88 4129']])
  })

  test('an unchanged value is not saved', async () => {
    const onSave = show()
    await open()
    await userEvent.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
  })

  test('what is wrong stands below and the text typed is kept', async () => {
    const onSave = show({ check: () => '2 digits are missing' })
    await open()
    await userEvent.type(field(), '9{Enter}')
    expect(screen.getByText('2 digits are missing')).toBeTruthy()
    expect(field().value).toBe('+359 88 4129')
    expect(onSave).not.toHaveBeenCalled()
  })

  test('read-only values are text', () => {
    show({ isReadOnly: true })
    expect(screen.queryByRole('button', { name: /Phone/ })).toBeNull()
    expect(screen.getByText('+359 88 412')).toBeTruthy()
  })
})
