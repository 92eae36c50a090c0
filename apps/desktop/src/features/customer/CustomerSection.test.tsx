import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Customer } from '@care/contract'
import { forgetEdits } from '../../shared/edit/edit-store.ts'
import { resendEdits } from '../../shared/edit/run-edits.ts'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { aCustomer } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { customerEditor } from './api.ts'
import { CustomerSection } from './CustomerSection.tsx'
// It comes on demand; here it is at hand.
import './more/CustomerMore.tsx'

beforeEach(() => {
  localStorage.clear()
  forgetEdits()
})
afterEach(() => vi.unstubAllGlobals())

/** A server with one customer that keeps what it is told, by version (rule 4). */
function customerServer(start: Customer = aCustomer()) {
  let customer = start
  const server = fakeServer({
    getCustomer: () => customer,
    editCustomer: ({ version, body }) => {
      const patch = body as Record<string, unknown>
      if (version !== customer.version) {
        const values: Record<string, unknown> = { ...customer, companyName: customer.company?.name ?? '' }
        const current = Object.fromEntries(Object.keys(patch).map((field) => [field, values[field]]))
        throw new Refusal('CONFLICT', { currentVersion: customer.version, changedBy: 'Iva', changedAt: 1, current })
      }
      customer = { ...customer, ...patch, version: customer.version + 1 } as Customer
      return customer
    },
    suggestCompanies: () => ({ items: [{ id: 'co-2', name: 'Kafe Sofia' }] }),
  })
  return {
    server,
    change: (over: Partial<Customer>) => void (customer = { ...customer, ...over, version: customer.version + 1 }),
    now: () => customer,
  }
}

const show = (id: string | null = 'cu-elena') =>
  renderDesk(<CustomerSection customerId={id} onShowJourney={() => undefined} />)

async function edit(label: string, value: string) {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }))
  const field = await screen.findByRole(label === 'Company' || label === 'Time zone' ? 'combobox' : 'textbox', {
    name: label,
  })
  await user.clear(field)
  await user.type(field, value)
  return user
}

describe('the region', () => {
  // First of all: later its code is there at once.
  test('is shown with all its parts together: none comes in later and moves what stands below', async () => {
    customerServer()
    show()
    expect(await screen.findByRole('button', { name: /^Email: / })).toBeTruthy()
    expect(screen.getByText('Groups')).toBeTruthy()
  })

  test('waits for what could be better about the customer, which stands above other values; without it, it is shown', async () => {
    const { server } = customerServer()
    server.answers.listCustomerFields = () => ({ items: [] })
    let come = (): void => undefined
    const coming = new Promise<void>((resolve) => void (come = resolve))
    server.answers.getCustomerHints = () =>
      coming.then(() => ({ marks: [{ kind: 'noContact' as const }], duplicates: [], merges: [], signedAt: [] }))
    const { unmount } = show()
    await waitFor(() => expect(server.callsTo('getCustomerHints')).toHaveLength(1))
    expect(screen.queryByRole('button', { name: /^Email: / })).toBeNull()
    act(come)
    expect(await screen.findByRole('button', { name: /^Email: / })).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Hints' })).toBeTruthy()
    unmount()
    server.answers.getCustomerHints = () => {
      throw new NoAnswer()
    }
    show()
    expect(await screen.findByRole('button', { name: /^Email: / })).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'Hints' })).toBeNull()
  })

  test('shows the values as buttons, under its exact name', async () => {
    customerServer()
    show()
    const region = await screen.findByRole('region', { name: 'Customer details' })
    for (const name of [
      'Email: elena@lozenets.example',
      'Phone: +359 88 412 7730',
      'Company: Kafe Lozenets',
      'Language: Bulgarian',
      'Name: Elena Petrova',
    ])
      expect(await within(region).findByRole('button', { name })).toBeTruthy()
    expect(within(region).getByRole('button', { name: '3 other requests' })).toBeTruthy()
    expect(within(region).getByText(/^Sofia, local time \d\d:\d\d$/)).toBeTruthy()
  })

  test('without a customer says what to do', () => {
    fakeServer({})
    show(null)
    expect(screen.getByText('Open a task to see its customer.')).toBeTruthy()
  })

  test('an unknown customer is called so; his email or phone stands for the name (rule 6)', async () => {
    customerServer(aCustomer({ name: '', email: '', phone: '', company: null }))
    show()
    expect(await screen.findByRole('button', { name: 'Name: Unknown customer' })).toBeTruthy()
  })

  test('a way to reach him that is lacking is one click from being typed', async () => {
    const { server } = customerServer(aCustomer({ email: '', phone: '' }))
    server.answers.getCustomerHints = () => ({
      marks: [{ kind: 'noContact' }],
      duplicates: [],
      merges: [],
      signedAt: [],
    })
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Add phone' }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Phone' })).toBe(document.activeElement))
  })

  test('read-only values are text', async () => {
    customerServer(aCustomer({ abilities: { edit: false } }))
    show()
    const region = screen.getByRole('region')
    expect(await within(region).findByText('elena@lozenets.example')).toBeTruthy()
    expect(within(region).queryByRole('button', { name: /^(Email|Name|VIP)/ })).toBeNull()
  })

  test('that does not load offers to try again', async () => {
    const { server } = customerServer()
    const right = server.answers.getCustomer
    server.answers.getCustomer = () => {
      throw new Refusal('NOT_FOUND')
    }
    show()
    expect(await screen.findByText('Customer details did not load')).toBeTruthy()
    if (right) server.answers.getCustomer = right
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: 'Name: Elena Petrova' })).toBeTruthy()
  })

  test('snippets and right-to-left text are text', async () => {
    const name = '<img src=x onerror=alert(1)>'
    customerServer(aCustomer({ name, company: { id: 'c', name: "'; DROP TABLE customers; --" }, email: '' }))
    const { container } = show()
    expect(await screen.findByText(name)).toBeTruthy()
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByText("'; DROP TABLE customers; --").getAttribute('dir')).toBe('auto')
  })
})

describe('editing', () => {
  test('saves with the version seen and shows the value at once', async () => {
    const { server, now } = customerServer()
    show()
    const user = await edit('Phone', '+359 2 555 10')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('button', { name: 'Phone: +359 2 555 10' })).toBeTruthy()
    await waitFor(() => expect(now().phone).toBe('+359 2 555 10'))
    expect(server.callsTo('editCustomer')).toMatchObject([{ version: 5, body: { phone: '+359 2 555 10' } }])
  })

  test('Esc restores and sends nothing', async () => {
    const { server } = customerServer()
    show()
    const user = await edit('Phone', '1')
    await user.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Phone: +359 88 412 7730' })).toBe(document.activeElement)
    expect(server.callsTo('editCustomer')).toEqual([])
  })

  test.each([
    ['Email', 'not an address', 'This is not an email address, like name@example.com'],
    ['Phone', '12', 'A phone number has 3 to 15 digits'],
    ['Name', 'x'.repeat(201), '200 characters at most'],
  ])('%s: what is wrong is said before sending, the text stays', async (label, value, problem) => {
    const { server } = customerServer()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }))
    const field = screen.getByRole('textbox', { name: label })
    await user.clear(field)
    await user.paste(value)
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe(problem)
    expect(screen.getByRole('textbox', { name: label })).toHaveProperty('value', value)
    expect(server.callsTo('editCustomer')).toEqual([])
  })

  test("the server's refusal stands below the field and what was typed is kept", async () => {
    const { server } = customerServer()
    server.answers.editCustomer = () => {
      throw new Refusal('EMAIL_TAKEN')
    }
    show()
    const user = await edit('Email', 'taken@example.com')
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('This email belongs to somebody else already.')
    await user.click(screen.getByRole('button', { name: 'Email: taken@example.com' }))
    await user.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Email: elena@lozenets.example' })).toBeTruthy()
  })

  test('companies are suggested, arrows and Enter take one', async () => {
    const { now } = customerServer()
    show()
    const user = await edit('Company', 'Kafe S')
    await screen.findByRole('option', { name: 'Kafe Sofia' })
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect((now() as unknown as { companyName: string }).companyName).toBe('Kafe Sofia'))
  })

  test('the VIP mark is a switch', async () => {
    const { server } = customerServer()
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'VIP', pressed: true }))
    await waitFor(() => expect(server.callsTo('editCustomer')).toMatchObject([{ body: { isVip: false } }]))
    expect(await screen.findByRole('button', { name: 'VIP', pressed: false })).toBeTruthy()
  })
})

describe('somebody else was faster (rule 4)', () => {
  async function conflict() {
    const all = customerServer()
    show()
    const user = await edit('Email', 'mine@example.com')
    all.change({ email: 'ivas@example.com' })
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Iva changed Email to ivas@example.com')).toBeTruthy()
    expect(screen.getByText('Your value: mine@example.com, not saved')).toBeTruthy()
    expect(all.now().email).toBe('ivas@example.com')
    return { ...all, user }
  }

  test('Load shows the value that stands now and gives the own one up', async () => {
    const { user, server, now } = await conflict()
    await user.click(screen.getByRole('button', { name: 'Load Iva’s value' }))
    expect(await screen.findByRole('button', { name: 'Email: ivas@example.com' })).toBeTruthy()
    expect(screen.queryByText(/Iva changed/)).toBeNull()
    expect(server.callsTo('editCustomer')).toHaveLength(1)
    expect(now().email).toBe('ivas@example.com')
  })

  test('Keep mine saves again, with the version that stands now', async () => {
    const { user, server, now } = await conflict()
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(now().email).toBe('mine@example.com'))
    expect(server.callsTo('editCustomer').map(({ version }) => version)).toEqual([5, 6])
    await waitFor(() => expect(screen.queryByText(/Iva changed/)).toBeNull())
  })

  test('a third change in between is a conflict again', async () => {
    const { user, change, now } = await conflict()
    change({ email: 'third@example.com' })
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    expect(await screen.findByText('Iva changed Email to third@example.com')).toBeTruthy()
    expect(now().email).toBe('third@example.com')
  })

  test('a change of another field is no conflict', async () => {
    const { change, now } = customerServer()
    show()
    const user = await edit('Email', 'mine@example.com')
    change({ phone: '+1 555' })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(now()).toMatchObject({ email: 'mine@example.com', phone: '+1 555' }))
    expect(screen.queryByText(/Iva changed/)).toBeNull()
  })
})

test('an edit made without a connection waits with a dot, survives a reload and goes out on reconnect', async () => {
  const { server, now } = customerServer()
  const right = server.answers.editCustomer
  server.answers.editCustomer = () => {
    throw new NoAnswer()
  }
  const { client, unmount } = show()
  const user = await edit('Phone', '+359 2 777')
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Not sent yet')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Phone: +359 2 777' })).toBeTruthy()
  unmount()
  forgetEdits()
  if (right) server.answers.editCustomer = right
  show()
  await waitFor(() => expect(now().phone).toBe('+359 2 777'))
  await waitFor(() => expect(screen.queryByText('Not sent yet')).toBeNull())
  const keys = server.callsTo('editCustomer').map(({ idempotencyKey }) => idempotencyKey)
  expect(new Set(keys).size).toBe(1)
  await resendEdits(customerEditor(client), 'customer', 'cu-elena')
  expect(server.callsTo('editCustomer')).toHaveLength(2)
})
