import type { Callback } from '@care/contract'
import { anActivity, aRequest } from '@care/testkit'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { ToastRegion } from '../../shared/ui/toast.tsx'
import { CallbackPart } from './CallbackPart.tsx'
import { PlanCallbackDialog } from './PlanCallbackDialog.tsx'

const soon = Date.now() + 3_600_000
const aCallback = (over: Partial<Callback> = {}): Callback => ({
  activityId: 'ac-1',
  requestId: 're-1',
  state: 'active',
  phone: '+48601234567',
  shownPhone: '+48 601 234 567',
  origin: 'customer',
  note: 'About the pump',
  slot: { from: soon, to: soon + 1_800_000 },
  timeZone: null,
  dueAt: null,
  attempts: [],
  triesMost: 3,
  cancelledAt: null,
  cancelledBy: null,
  version: 3,
  abilities: { note: true, move: false, cancel: true },
  ...over,
})
const show = () =>
  renderDesk(
    <>
      <CallbackPart activity={anActivity({ medium: 'callback' })} />
      <ToastRegion />
    </>,
  )
afterEach(() => vi.unstubAllGlobals())

test('with a line at a phone system a click calls from the desk, about the same request', async () => {
  const line = { channel: { id: 'c', name: 'Switchboard' }, userName: 'anna', extension: null, sip: null }
  const api = fakeServer({
    getCallback: () => aCallback(),
    listMyPhoneLines: () => ({ items: [line] }),
    dialNumber: () => ({ activityId: 'call-1', number: '+48601234567', dials: 'desk' }),
  })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Call +48 601 234 567' }))
  const { customer, request } = anActivity({ medium: 'callback' })
  await vi.waitFor(() =>
    expect(api.callsTo('dialNumber')).toMatchObject([
      { body: { customerId: customer.id, requestId: request.id, phone: '+48601234567' } },
    ]),
  )
})

test('shows the number to dial and notes a try that failed', async () => {
  const noted = aCallback({
    state: 'planned',
    dueAt: soon,
    attempts: [
      {
        number: 1,
        operator: { id: 'op-anna', name: 'Anna' },
        outcome: 'notReached',
        note: 'Rang out',
        at: Date.now(),
        nextTryAt: soon,
      },
    ],
    abilities: { note: false, move: true, cancel: true },
  })
  const api = fakeServer({ getCallback: () => aCallback(), noteAttempt: () => noted })
  show()
  const dial = await screen.findByRole('link', { name: 'Call +48 601 234 567' })
  expect(dial.getAttribute('href')).toBe('tel:+48601234567')
  const form = screen.getByRole('form', { name: 'Note this try' })
  const save = within(form).getByRole<HTMLButtonElement>('button', { name: 'Save try' })
  expect(save.disabled).toBe(true)
  await userEvent.click(within(form).getByRole('button', { name: 'Not reached' }))
  await userEvent.type(within(form).getByRole('textbox', { name: /^Note/ }), 'Rang out')
  await userEvent.click(save)
  await waitFor(() => expect(api.callsTo('noteAttempt')).toHaveLength(1))
  expect(api.callsTo('noteAttempt')[0]?.body).toEqual({
    number: 1,
    outcome: 'notReached',
    note: 'Rang out',
    nextTryAt: null,
  })
  expect(await screen.findByRole('list', { name: 'Tries' })).toBeTruthy()
})

test('cancelling and planning can be undone', async () => {
  const api = fakeServer({
    getCallback: () => aCallback(),
    getCustomer: () => {
      throw new Refusal('NOT_FOUND')
    },
    cancelCallback: () => aCallback({ state: 'ended', cancelledAt: soon, cancelledBy: 'operator' }),
    planCallback: () => aCallback({ requestId: 're-2' }),
    undoChange: () => aRequest(),
  })
  const shown = show()
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel call back' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(api.callsTo('undoChange')).toHaveLength(1))
  expect(api.callsTo('undoChange')[0]).toMatchObject({
    params: { requestId: 're-1' },
    body: { change: expect.stringMatching(/^\w{32}$/) },
  })
  shown.unmount()
  renderDesk(
    <>
      <PlanCallbackDialog customerId="cu-elena" requestId={null} onClose={() => undefined} />
      <ToastRegion />
    </>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: 'Phone' }), '+48 601 234 567')
  await userEvent.click(screen.getByRole('button', { name: 'Plan' }))
  await userEvent.click(await screen.findByText('Undo'))
  await waitFor(() => expect(api.callsTo('undoChange')).toHaveLength(2))
  expect(api.callsTo('undoChange')[1]).toMatchObject({
    params: { requestId: 're-2' },
    body: { change: expect.stringMatching(/^\w{32}$/) },
  })
})

test('another time is needed when he asked for it', async () => {
  fakeServer({ getCallback: () => aCallback(), noteAttempt: () => aCallback() })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Later' }))
  expect(screen.getByText('Choose a time in the future')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save try' }).disabled).toBe(true)
})

test('says who was faster, and what stands now', async () => {
  fakeServer({
    getCallback: () => aCallback(),
    noteAttempt: () => {
      throw new Refusal('ALREADY_TAKEN', { by: { id: 'op-vera', name: 'Vera' } })
    },
  })
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Reached' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save try' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Vera')
})

test('plans one with the customer’s number, and keeps what is typed when it is refused', async () => {
  const api = fakeServer({
    getCustomer: () => {
      throw new Refusal('NOT_FOUND')
    },
    planCallback: () => {
      throw new Refusal('PHONE_INVALID')
    },
  })
  renderDesk(<PlanCallbackDialog customerId="cu-elena" requestId={null} onClose={() => undefined} />)
  await userEvent.type(await screen.findByRole('textbox', { name: 'Phone' }), 'call me')
  await userEvent.click(screen.getByRole('button', { name: /^Plan/ }))
  await waitFor(() => expect(api.callsTo('planCallback')).toHaveLength(1))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone' }).value).toBe('call me')
})
