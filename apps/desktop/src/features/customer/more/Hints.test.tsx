import type { CustomerHints } from '@care/contract'
import { aCustomer } from '@care/testkit'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../../shared/testing/fake-server.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { ToastRegion } from '../../../shared/ui/toast.tsx'
import { Hints } from './Hints.tsx'

afterEach(() => vi.unstubAllGlobals())

const elena = aCustomer({ id: 'cu-elena', isVip: false, phone: '', version: 5, requests: { open: 1, total: 4 } })
const twin = aCustomer({
  id: 'cu-twin',
  name: 'E. Petrova',
  email: 'ep@example.com',
  phone: '+48 601 234 567',
  isVip: true,
  version: 3,
  requests: { open: 0, total: 2 },
})

function show(over: Partial<CustomerHints>, customer = elena) {
  const hints: CustomerHints = { marks: [], duplicates: [], merges: [], signedAt: [], ...over }
  const onFix = vi.fn<(field: string, value: string) => void>()
  const onEdit = vi.fn<(field: string) => void>()
  const server = fakeServer({
    getCustomerHints: () => hints,
    listCustomerFields: () => ({ items: [] }),
    mergeCustomers: () => ({ mergeId: 'm1', customer: { ...elena, version: 6 } }),
    undoCustomerMerge: () => ({ ...elena, version: 7 }),
    partCustomers: () => ({ ok: true }),
    confirmCustomer: () => ({ ok: true }),
    getCustomer: () => elena,
  })
  renderDesk(
    <>
      <Hints customer={customer} onFix={onFix} onEdit={onEdit} />
      <ToastRegion />
    </>,
  )
  return { server, onFix, onEdit, user: userEvent.setup() }
}
const duplicate = { customer: twin, reasons: ['name' as const], isUnproven: false, staysId: null }

test('who may be the same is merged side by side, with whose value is kept, and undone from the toast', async () => {
  const { user, server } = show({ duplicates: [duplicate] })
  expect(await screen.findByText(/May be E\. Petrova: similar name/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Merge' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge customers' }))
  expect(dialog.getByText(/Elena Petrova stays and gets 2 requests/)).toBeTruthy()
  const isChecked = (name: string) => dialog.getByRole<HTMLInputElement>('radio', { name }).checked
  expect(isChecked('Email: elena@lozenets.example')).toBe(true)
  // What the one who stays lacks comes from the other, and so does the mark.
  expect([isChecked('Phone: +48 601 234 567'), isChecked('VIP: VIP')]).toEqual([true, true])
  await user.click(dialog.getByRole('radio', { name: 'Name: E. Petrova' }))
  await user.click(dialog.getByRole('button', { name: /^Merge/ }))
  await waitFor(() => expect(server.callsTo('mergeCustomers')).toHaveLength(1))
  expect(server.callsTo('mergeCustomers')[0]).toMatchObject({
    params: { customerId: 'cu-elena' },
    version: 5,
    body: { sourceId: 'cu-twin', sourceVersion: 3, take: ['name', 'phone', 'isVip'] },
  })
  await user.click(await screen.findByRole('button', { name: /^Undo/ }))
  await waitFor(() => expect(server.callsTo('undoCustomerMerge')).toHaveLength(1))
})

test('the other one may stay', async () => {
  const { user, server } = show({ duplicates: [duplicate] })
  await user.click(await screen.findByRole('button', { name: 'Merge' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'The other one stays' }))
  await user.click(dialog.getByRole('button', { name: /^Merge/ }))
  await waitFor(() =>
    expect(server.callsTo('mergeCustomers')[0]).toMatchObject({
      params: { customerId: 'cu-twin' },
      version: 3,
      body: { sourceId: 'cu-elena', sourceVersion: 5 },
    }),
  )
})

test('a refused merge says why and keeps the dialog', async () => {
  const { user, server } = show({ duplicates: [duplicate] })
  server.answers.mergeCustomers = () => {
    throw new Refusal('CONFLICT')
  }
  await user.click(await screen.findByRole('button', { name: 'Merge' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Merge/ }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('an unproven one is offered for linking, and can be refused', async () => {
  const { user, server } = show({
    duplicates: [{ ...duplicate, reasons: ['email'], isUnproven: true, staysId: 'cu-elena' }],
  })
  expect(await screen.findByText('Only typed by the visitor, not proven')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Link' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Not the same' }))
  await waitFor(() => expect(server.callsTo('partCustomers')[0]?.body).toEqual({ otherId: 'cu-twin' }))
})

test('marks are mended by one click', async () => {
  const { user, server, onFix } = show({
    marks: [
      { kind: 'company', company: { id: 'k', name: 'Kawa' }, domain: 'kawa.pl' },
      { kind: 'language', language: 'pl' },
      { kind: 'phoneCountry', fix: '+48 601 234 567' },
      { kind: 'old', since: 0 },
    ],
  })
  await user.click(await screen.findByRole('button', { name: 'Set Kawa' }))
  await user.click(screen.getByRole('button', { name: 'Set Polish' }))
  await user.click(screen.getByRole('button', { name: 'Set +48 601 234 567' }))
  expect(onFix.mock.calls).toEqual([
    ['companyName', 'Kawa'],
    ['language', 'pl'],
    ['phone', '+48 601 234 567'],
  ])
  await user.click(screen.getByRole('button', { name: 'Still right' }))
  await waitFor(() => expect(server.callsTo('confirmCustomer')).toHaveLength(1))
})

test('what is lacking and not known is one click from being typed', async () => {
  const { user, onEdit } = show({ marks: [{ kind: 'noContact' }, { kind: 'phoneCountry', fix: null }] })
  await user.click(await screen.findByRole('button', { name: 'Add email' }))
  await user.click(screen.getByRole('button', { name: 'Add phone' }))
  await user.click(screen.getByRole('button', { name: 'Add the code' }))
  expect(onEdit.mock.calls).toEqual([['email'], ['phone'], ['phone']])
})

test('a merge stands there until it is undone; who only reads gets no buttons', async () => {
  const merges = [{ id: 'm1', sourceId: 'cu-twin', name: 'E. Petrova', mergedAt: 0, mergedBy: 'Anna' }]
  const { user, server } = show({ merges })
  await user.click(await screen.findByRole('button', { name: 'Undo the merge' }))
  await waitFor(() => expect(server.callsTo('undoCustomerMerge')[0]?.params).toEqual({ mergeId: 'm1' }))
})

test('who only reads sees marks without buttons', async () => {
  show(
    { marks: [{ kind: 'language', language: 'pl' }], duplicates: [duplicate] },
    { ...elena, abilities: { edit: false } },
  )
  expect(await screen.findByText('Writes in Polish')).toBeTruthy()
  expect(within(screen.getByRole('list', { name: 'Hints' })).queryByRole('button')).toBeNull()
})

test('says at which sites his identity was signed', async () => {
  show({ signedAt: ['Shop', 'Outlet'] })
  expect(await screen.findByText('Signed in at Shop, Outlet: it is really this customer')).toBeTruthy()
})
