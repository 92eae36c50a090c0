import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { aCustomer } from '@care/testkit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../../shared/testing/fake-server.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { AddressBook } from './AddressBook.tsx'

afterEach(() => vi.unstubAllGlobals())

const elena = aCustomer()
const jonas = aCustomer({
  id: 'cu-jonas',
  name: 'Jonas Weber',
  email: 'jonas@example.com',
  isVip: false,
  company: null,
  requests: { open: 0, total: 0 },
  lastContactAt: null,
})

function show(onOpen = vi.fn<(id: string | null) => void>()) {
  const server = fakeServer({
    listCustomers: ({ query }) => ({
      items: [elena, jonas].filter(
        (one) => (!query.isVip || one.isVip) && one.name.toLowerCase().includes((query.search ?? '').toLowerCase()),
      ),
      nextCursor: null,
    }),
    suggestGroups: ({ query }) => ({
      items: ['Press', 'Wholesale'].filter((one) => one.toLowerCase().startsWith(query.search ?? '')),
    }),
    getCustomer: () => elena,
    addCustomer: ({ body }) => ({ ...jonas, ...(body as object), id: 'cu-new' }),
    checkPhone: () => {
      throw new Refusal('PHONE_INVALID')
    },
  })
  renderDesk(
    <AddressBook openId={null} isPanelOpen={false} onOpen={onOpen} onOpenCompany={() => undefined}>
      {null}
    </AddressBook>,
  )
  return { server, onOpen, user: userEvent.setup() }
}
const row = (name: RegExp) => screen.findByRole('row', { name })

describe('the table', () => {
  test('shows name, mark, company, mail, phone, open requests and the last contact', async () => {
    show()
    const cells = within(await row(/Elena Petrova/)).getAllByRole('gridcell')
    expect(cells.map((cell) => cell.textContent).slice(0, 5)).toEqual([
      'Elena PetrovaVIP',
      'Kafe Lozenets',
      'elena@lozenets.example',
      '+359 88 412 7730',
      '2 open',
    ])
    expect(cells[5]?.querySelector('time')).toBeTruthy()
    expect(within(await row(/Jonas Weber/)).getByText('Never')).toBeTruthy()
  })

  test('is walked by arrows and opened by Enter; one row alone is reached by Tab', async () => {
    const { user, onOpen } = show()
    ;(await row(/Elena/)).focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(async () => expect(document.activeElement).toBe(await row(/Jonas/)))
    expect(document.querySelectorAll('[role=row][tabindex="0"]')).toHaveLength(1)
    await user.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith('cu-jonas')
  })

  test('a click opens', async () => {
    const { user, onOpen } = show()
    await user.click(await row(/Elena/))
    expect(onOpen).toHaveBeenCalledWith('cu-elena')
  })
})

describe('the search', () => {
  test('asks once the typing rests; / leads to it and the arrow down to what was found', async () => {
    const { user, server } = show()
    await row(/Elena/)
    await user.keyboard('/')
    await user.keyboard('jonas')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Elena/ })).toBeNull())
    expect(server.callsTo('listCustomers').map(({ query }) => query.search)).toEqual(['', 'jonas'])
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(await row(/Jonas/))
  })

  test('nobody found says so, and leads back to all or to a new customer with what was typed', async () => {
    const { user } = show()
    await row(/Elena/)
    await user.type(screen.getByRole('searchbox'), 'nobody@example.com')
    expect(await screen.findByText('Nobody found')).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'New customer' })[1] as HTMLElement)
    expect((await screen.findByLabelText<HTMLInputElement>('Email')).value).toBe('nobody@example.com')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Show all' }))
    await row(/Elena/)
  })

  test('VIP only', async () => {
    const { user } = show()
    await row(/Jonas/)
    await user.click(screen.getByRole('button', { name: 'VIP only' }))
    await waitFor(() => expect(screen.queryByRole('row', { name: /Jonas/ })).toBeNull())
  })

  test('one group, found by typing, until any group is wanted again', async () => {
    const { user, server } = show()
    await row(/Jonas/)
    await user.click(screen.getByRole('button', { name: 'Group' }))
    expect(await screen.findByRole('button', { name: 'Press' })).toBeTruthy()
    await user.type(screen.getByRole('searchbox', { name: 'Find a group' }), 'whole')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Press' })).toBeNull())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const chip = await screen.findByRole('button', { name: 'Group: Wholesale' })
    await waitFor(() => expect(server.callsTo('listCustomers').at(-1)?.query).toMatchObject({ group: 'Wholesale' }))
    await user.click(chip)
    await user.click(await screen.findByRole('button', { name: 'Any group' }))
    expect(await screen.findByRole('button', { name: 'Group' })).toBeTruthy()
  })
})

test('that it did not load is said, and tried again', async () => {
  const { user, server } = show()
  await row(/Elena/)
  const answer = server.answers.listCustomers
  server.answers.listCustomers = () => {
    throw new Refusal('INTERNAL')
  }
  await user.click(screen.getByRole('button', { name: 'VIP only' }))
  expect(await screen.findByText('Customers did not load')).toBeTruthy()
  if (answer) server.answers.listCustomers = answer
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await row(/Elena/)
})

describe('a new customer', () => {
  async function open() {
    const tools = show()
    await row(/Elena/)
    await tools.user.click(screen.getByRole('button', { name: 'New customer' }))
    await screen.findByLabelText('Name')
    return tools
  }

  test('is added and opened', async () => {
    const { user, onOpen } = await open()
    await user.type(screen.getByLabelText('Name'), 'Ada')
    await user.click(screen.getByRole('button', { name: /Add customer/ }))
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith('cu-new'))
  })

  test('a phone that is none is said when the field is left', async () => {
    const { user } = await open()
    await user.type(screen.getByLabelText('Phone'), '+48 12')
    await user.tab()
    expect(await screen.findByText(/This is not a phone number/)).toBeTruthy()
    await user.type(screen.getByLabelText('Phone'), '3')
    expect(screen.queryByText(/This is not a phone number/)).toBeNull()
  })

  test('who has the address already can be opened', async () => {
    const { user, server, onOpen } = await open()
    server.answers.addCustomer = () => {
      throw new Refusal('EMAIL_TAKEN', { customerId: 'cu-elena' })
    }
    await user.type(screen.getByLabelText('Email'), 'elena@lozenets.example')
    await user.click(screen.getByRole('button', { name: /Add customer/ }))
    await user.click(await screen.findByRole('button', { name: 'Open the customer who has it' }))
    expect(onOpen).toHaveBeenCalledWith('cu-elena')
  })
})
