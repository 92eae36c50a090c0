import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RequestDetails } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { aRequest } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { AddRequestDialog, type PickerProps } from './AddRequestDialog.tsx'
import { type Closed, CloseRequestDialog } from './CloseRequestDialog.tsx'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())
const lists = { listRequestTypes: () => ({ items: [] }), listQueues: () => ({ items: [] }) }

describe('Close with outcome (rule 11)', () => {
  function showClose(hasNext = false) {
    const server = fakeServer({
      ...lists,
      getRequest: () => aRequest(),
      closeRequest: () => aRequest({ category: 'closed', stage: 'closed' }),
    })
    const onClosed = vi.fn<(request: RequestDetails, how: Closed) => void>()
    const onClose = vi.fn<() => void>()
    renderDesk(<CloseRequestDialog requestId="re-1" hasNext={hasNext} onClose={onClose} onClosed={onClosed} />)
    return { server, onClosed, onClose, user: userEvent.setup() }
  }

  test('needs an outcome before it closes', async () => {
    const { server, user, onClosed } = showClose()
    const group = await screen.findByRole('radiogroup', { name: 'Outcome' })
    expect(within(group).queryByRole('radio', { checked: true })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Choose an outcome')
    expect(server.callsTo('closeRequest')).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Solved' }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(onClosed).toHaveBeenCalledOnce())
    expect(server.callsTo('closeRequest')).toMatchObject([
      { body: { outcome: 'solved', note: '', askForRating: true } },
    ])
  })

  test('“Close and next” goes on, where there is a next one', async () => {
    const { server, user, onClosed } = showClose(true)
    await user.click(await screen.findByRole('radio', { name: 'Solved' }))
    await user.click(screen.getByRole('button', { name: 'Close and next' }))
    await waitFor(() => expect(onClosed).toHaveBeenCalledOnce())
    expect(onClosed.mock.calls[0]?.[1]).toMatchObject({ goesOn: true, change: expect.stringMatching(/^\w{32}$/) })
    expect(server.callsTo('closeRequest')).toHaveLength(1)
  })

  test('by keyboard alone: arrows choose, Ctrl+Enter closes from the note', async () => {
    const { server, user } = showClose()
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Solved' }))
    await user.keyboard(' ')
    await user.click(screen.getByRole('textbox', { name: 'Note for the report (optional)' }))
    await user.keyboard('Sent a new tank.{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(server.callsTo('closeRequest')).toMatchObject([{ body: { outcome: 'solved', note: 'Sent a new tank.' } }]),
    )
  })

  test('Spam asks for no rating, another outcome asks again', async () => {
    const { user } = showClose()
    await user.click(await screen.findByRole('radio', { name: 'Spam' }))
    const rating = screen.getByRole('checkbox', { name: 'Ask the customer for a rating' })
    expect(rating).toHaveProperty('checked', false)
    expect(rating).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('radio', { name: 'Duplicate' }))
    expect(rating).toHaveProperty('checked', true)
  })

  test('a refusal is told and the note is kept, also over closing the dialog', async () => {
    const { server, user, onClosed } = showClose()
    server.answers.closeRequest = () => {
      throw new Refusal('NOT_ALLOWED_NOW')
    }
    await user.click(await screen.findByRole('radio', { name: 'Solved' }))
    await user.type(screen.getByRole('textbox', { name: /^Note/ }), 'Kept')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect((await screen.findByRole('alert')).textContent).toContain('not possible')
    expect(onClosed).not.toHaveBeenCalled()
    expect(localStorage.getItem('care.close-note.re-1')).toBe('Kept')
  })
})

describe('Add request (row J3)', () => {
  const Picker = ({ picked, onPick }: PickerProps) => (
    <button type="button" onClick={() => onPick({ newCustomer: { name: 'Jonas' } })}>
      {picked ? 'picked' : 'pick'}
    </button>
  )
  function showAdd(customer?: { id: string; name: string }) {
    const server = fakeServer({ ...lists, addRequest: () => aRequest() })
    const onAdded = vi.fn<(request: RequestDetails) => void>()
    renderDesk(
      <AddRequestDialog
        {...(customer ? { customer } : {})}
        CustomerPicker={Picker}
        customerProblem={({ name }) => (name ? null : 'needOne')}
        onClose={() => undefined}
        onAdded={onAdded}
      />,
    )
    return { server, onAdded, user: userEvent.setup() }
  }

  test('needs a customer and a title', async () => {
    const { server, user, onAdded } = showAdd()
    await user.click(screen.getByRole('button', { name: 'Add request' }))
    expect(screen.getByText('Choose a customer or make a new one')).toBeTruthy()
    expect(screen.getByText('A title is needed')).toBeTruthy()
    expect(server.callsTo('addRequest')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'pick' }))
    await user.type(screen.getByRole('textbox', { name: /^Title/ }), 'Lost parcel{Enter}')
    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce())
    expect(server.callsTo('addRequest')).toMatchObject([
      { body: { newCustomer: { name: 'Jonas' }, title: 'Lost parcel', priority: 'normal' } },
    ])
  })

  test('no answer: the same key goes out again, so that it is made once', async () => {
    const { server, user } = showAdd({ id: 'cu-elena', name: 'Elena' })
    const right = server.answers.addRequest
    server.answers.addRequest = () => {
      throw new NoAnswer()
    }
    await user.type(screen.getByRole('textbox', { name: /^Title/ }), 'Lost parcel')
    await user.click(screen.getByRole('button', { name: 'Add request' }))
    expect((await screen.findByRole('alert')).textContent).toContain('No connection')
    if (right) server.answers.addRequest = right
    await user.click(screen.getByRole('button', { name: 'Add request' }))
    await waitFor(() => expect(server.callsTo('addRequest')).toHaveLength(2))
    const [first, second] = server.callsTo('addRequest')
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
    expect(first?.body).toMatchObject({ customerId: 'cu-elena' })
  })
})
