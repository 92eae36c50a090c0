import { render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keep-focus.ts'
import { regionStop } from './regions.ts'

let stop: () => void
beforeEach(() => void (stop = keepFocus()))
afterEach(() => stop())

const Page = ({ hasRow = true, hasToast = false, hasTasks = true }) => (
  <>
    {hasTasks && (
      <section aria-label="Tasks" {...regionStop} tabIndex={-1}>
        <button type="button" data-row="1">
          First
        </button>
        {hasRow && (
          <button type="button" data-row="2">
            Second
          </button>
        )}
      </section>
    )}
    <section aria-label="Talk" {...regionStop} tabIndex={-1} />
    {hasToast && <button type="button">Undo</button>}
  </>
)

test('a row that goes gives the focus to the next place of its region', async () => {
  const { rerender } = render(<Page />)
  screen.getByRole('button', { name: 'Second' }).focus()
  rerender(<Page hasRow={false} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'First' })))
})

test('a row that another list shows now keeps it', async () => {
  const Lists = ({ isAbove = false }): ReactNode => {
    const row = (
      <button type="button" data-row="2">
        Second
      </button>
    )
    return (
      <section aria-label="Tasks" {...regionStop} tabIndex={-1}>
        <div>{isAbove && row}</div>
        <button type="button" data-row="1">
          First
        </button>
        <div>{!isAbove && row}</div>
      </section>
    )
  }
  const { rerender } = render(<Lists />)
  const before = screen.getByRole('button', { name: 'Second' })
  before.focus()
  rerender(<Lists isAbove />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Second' })))
  expect(before.isConnected).toBe(false)
})

test('what stood beside the regions gives it back to where one came from', async () => {
  const { rerender } = render(<Page hasToast />)
  screen.getByRole('button', { name: 'Second' }).focus()
  screen.getByRole('button', { name: 'Undo' }).focus()
  rerender(<Page />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Second' })))
})

test('with its whole region it goes to the first one that is there', async () => {
  const { rerender } = render(<Page />)
  screen.getByRole('button', { name: 'First' }).focus()
  rerender(<Page hasTasks={false} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Talk' })))
})

test('whoever gave it up is left alone', async () => {
  const { rerender } = render(<Page />)
  const second = screen.getByRole('button', { name: 'Second' })
  second.focus()
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  second.blur()
  rerender(<Page hasRow={false} />)
  await new Promise((done) => setTimeout(done, 20))
  expect(document.activeElement).toBe(document.body)
})
