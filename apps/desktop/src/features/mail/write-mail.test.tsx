import type { ActivityDetails, MailPerson } from '@care/contract'
import { aCustomer, anActivity, aRequest } from '@care/testkit'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { getDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { fakeServer } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { ReceiversField } from './ReceiversField.tsx'
import { WriteMailDialog } from './WriteMailDialog.tsx'

beforeEach(() => useDrafts.setState({ drafts: {} }))

const customer = aCustomer({ id: 'cu-elena', name: 'Elena Petrova', email: 'elena@customers.example' })
const boxes = [
  { id: 'support', name: 'Support', address: 'support@shop.example', queueId: null },
  { id: 'sales', name: 'Sales', address: 'sales@shop.example', queueId: 'q-sales' },
]
function showDialog(mailboxes = boxes, queue: { id: string; name: string } | null = null) {
  const request = aRequest({
    id: 'rq-1',
    title: 'My grinder',
    number: 7,
    queue,
    customer: { ...aRequest().customer, id: 'cu-elena' },
  })
  const begun = anActivity({ id: 'ac-mail', medium: 'email' })
  const server = fakeServer({
    getCustomer: () => customer,
    getRequest: () => request,
    listMailboxes: () => ({ items: mailboxes }),
    beginMail: () => begun,
  })
  const onBegun = vi.fn<(activity: ActivityDetails) => void>()
  renderDesk(<WriteMailDialog customerId="cu-elena" requestId="rq-1" onClose={() => undefined} onBegun={onBegun} />)
  return { server, onBegun }
}

test('a mail begins in the request on the screen, from the first mailbox, with its subject in the letter', async () => {
  const { server, onBegun } = showDialog()
  expect(await screen.findByRole('dialog', { name: 'Mail to Elena Petrova' })).toBeDefined()
  expect(await screen.findByText('REQ-7 · My grinder')).toBeDefined()
  expect(await screen.findByText('Support · support@shop.example')).toBeDefined()
  await userEvent.type(screen.getByRole('textbox', { name: 'Subject' }), 'Your offer')
  await userEvent.click(screen.getByRole('button', { name: /^Write/ }))
  await waitFor(() => expect(onBegun).toHaveBeenCalledTimes(1))
  expect(server.callsTo('beginMail')).toMatchObject([
    { params: { customerId: 'cu-elena' }, body: { requestId: 'rq-1', channelId: 'support', subject: 'Your offer' } },
  ])
  expect(getDraft('ac-mail', 'letter')).toContain('"subject":"Your offer"')
})

test("the mailbox of the request's queue is offered first, in a new request the first there is", async () => {
  showDialog(boxes, { id: 'q-sales', name: 'Sales' })
  expect(await screen.findByText('Sales · sales@shop.example')).toBeDefined()
  await userEvent.click(screen.getByRole('combobox', { name: 'Request' }))
  await userEvent.click(await screen.findByRole('option', { name: 'New request' }))
  expect(await screen.findByText('Support · support@shop.example')).toBeDefined()
})

test('where no mailbox sends it says so and begins nothing', async () => {
  showDialog([])
  expect((await screen.findByRole('alert')).textContent).toContain('No mailbox sends yet')
  await userEvent.type(screen.getByRole('textbox', { name: 'Subject' }), 'Your offer')
  expect(screen.getByRole('button', { name: /^Write/ })).toHaveProperty('disabled', true)
})

function Field(): ReactNode {
  const [people, setPeople] = useState<readonly MailPerson[]>([])
  const known = [{ address: 'ivan@customers.example', name: 'Ivan' }]
  return <ReceiversField label="To" people={people} known={known} problem={null} onChange={setPeople} />
}

test('receivers are offered below the field and chosen by keys or by a press', async () => {
  fakeServer({
    listCustomers: () => ({ items: [customer], nextCursor: null, total: 1 }),
  })
  renderDesk(<Field />)
  const field = screen.getByRole('combobox', { name: 'To' })
  expect(field.getAttribute('aria-expanded')).toBe('false')
  await userEvent.type(field, 'cust')
  expect(await screen.findByRole('option', { name: 'Elena Petrova elena@customers.example' })).toBeDefined()
  await userEvent.keyboard('{ArrowDown}')
  const active = field.getAttribute('aria-activedescendant') ?? ''
  expect(document.getElementById(active)?.textContent).toContain('ivan@customers.example')
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Remove Ivan' })).toBeDefined()
  await userEvent.type(field, 'elena')
  await userEvent.click(await screen.findByRole('option', { name: /Elena/ }))
  expect(screen.getByRole('button', { name: 'Remove Elena Petrova' })).toBeDefined()
  await userEvent.type(field, 'new@customers.example,')
  expect(screen.getByRole('button', { name: 'Remove new@customers.example' })).toBeDefined()
})
