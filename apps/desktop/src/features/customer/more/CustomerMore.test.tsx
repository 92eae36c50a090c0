import type { Customer, CustomerField } from '@care/contract'
import { aCustomer } from '@care/testkit'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useCustomer } from '../../../shared/entities/customer.ts'
import { forgetEdits } from '../../../shared/edit/edit-store.ts'
import { fakeServer } from '../../../shared/testing/fake-server.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { CustomerMore } from './CustomerMore.tsx'

beforeEach(() => {
  localStorage.clear()
  forgetEdits()
})
afterEach(() => vi.unstubAllGlobals())

const field = (id: string, kind: CustomerField['kind'], over: Partial<CustomerField> = {}): CustomerField => ({
  id,
  name: id,
  kind,
  options: [
    { key: 'a', name: 'Alpha' },
    { key: 'b', name: 'Beta' },
  ],
  position: 0,
  isRemoved: false,
  version: 1,
  ...over,
})
const fields = [
  field('Contract', 'text'),
  field('Machines', 'number'),
  field('Since', 'date'),
  field('Tier', 'choice'),
  field('Uses', 'choices'),
  field('Visits', 'yesNo'),
  field('Old', 'text', { isRemoved: true }),
]

function show(over: Partial<Customer> = {}) {
  let customer = aCustomer(over)
  const server = fakeServer({
    getCustomer: () => customer,
    listCustomerFields: () => ({ items: fields }),
    suggestGroups: () => ({ items: ['Kluby', 'Klienci hurtowi'] }),
    editCustomer: ({ body }) => {
      const { attributes, ...rest } = body as Partial<Customer>
      customer = {
        ...customer,
        ...rest,
        attributes: { ...customer.attributes, ...attributes },
        version: customer.version + 1,
      }
      return customer
    },
  })
  function Shown() {
    const { data } = useCustomer(customer.id)
    return data && <CustomerMore customer={data} onEdit={() => undefined} />
  }
  renderDesk(<Shown />)
  return { server, user: userEvent.setup(), now: () => customer }
}

describe('own fields', () => {
  test('show their values in words; a removed one is not shown', async () => {
    show({
      attributes: { Contract: 'K-1', Machines: 1200.5, Since: '2026-02-03', Tier: 'b', Uses: ['a'], Visits: false },
    })
    for (const name of ['Contract: K-1', 'Machines: 1,200.5', 'Since: 3 Feb 2026', 'Tier: Beta', 'Visits: No'])
      expect(await screen.findByRole('button', { name })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Alpha' }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.queryByText('Old')).toBeNull()
  })

  test('are saved each by itself; what is no number is said and kept', async () => {
    const { user, server, now } = show()
    await user.click(await screen.findByRole('button', { name: /^Machines: / }))
    const input = await screen.findByRole('textbox', { name: 'Machines' })
    await user.type(input, 'many{Enter}')
    expect(await screen.findByText('This is not a number')).toBeTruthy()
    await user.clear(input)
    await user.type(input, '12,5{Enter}')
    await waitFor(() => expect(now().attributes).toEqual({ Machines: 12.5 }))
    expect(server.callsTo('editCustomer').map(({ body }) => body)).toEqual([{ attributes: { Machines: 12.5 } }])
  })

  test('a choice, several and yes or no', async () => {
    const { user, now } = show()
    await user.click(await screen.findByRole('button', { name: /^Tier: / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Alpha' }))
    await waitFor(() => expect(now().attributes).toEqual({ Tier: 'a' }))
    await user.click(screen.getByRole('button', { name: 'Beta' }))
    await waitFor(() => expect(now().attributes).toEqual({ Tier: 'a', Uses: ['b'] }))
    await user.click(screen.getByRole('button', { name: /^Visits: / }))
    await user.click(await screen.findByRole('menuitem', { name: 'Yes' }))
    await waitFor(() => expect(now().attributes).toEqual({ Tier: 'a', Uses: ['b'], Visits: true }))
  })

  test('who may not edit sees text', async () => {
    show({ abilities: { edit: false }, attributes: { Contract: 'K-1' } })
    expect(await screen.findByText('K-1')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Contract/ })).toBeNull()
  })
})

test('a group is added from what is known', async () => {
  const { user, now } = show({ groups: ['Cafés'] })
  await user.click(await screen.findByRole('button', { name: 'Add group' }))
  await user.type(screen.getByRole('combobox', { name: 'Add group' }), 'klu')
  await user.click(await screen.findByRole('option', { name: 'Kluby' }))
  await waitFor(() => expect(now().groups).toEqual(['Cafés', 'Kluby']))
})
