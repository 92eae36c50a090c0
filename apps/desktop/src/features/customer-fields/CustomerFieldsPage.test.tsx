import type { CustomerField } from '@care/contract'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { CustomerFieldsPage } from './CustomerFieldsPage.tsx'

afterEach(() => vi.unstubAllGlobals())

function show() {
  let fields: CustomerField[] = ['One', 'Two'].map((name, position) => ({
    id: name,
    name,
    kind: 'text',
    options: [],
    position,
    isRemoved: false,
    version: 1,
  }))
  const server = fakeServer({
    listCustomerFields: () => ({ items: fields.toSorted((a, b) => a.position - b.position) }),
    addCustomerField: ({ body }) => {
      const { options, ...rest } = body as { name: string; kind: CustomerField['kind']; options: { name: string }[] }
      const made: CustomerField = {
        ...rest,
        id: rest.name,
        options: options.map(({ name }) => ({ key: name, name })),
        position: fields.length,
        isRemoved: false,
        version: 1,
      }
      fields = [...fields, made]
      return made
    },
    editCustomerField: ({ params, body }) => {
      fields = fields.map((one) =>
        one.id === params.fieldId ? { ...one, ...(body as object), version: one.version + 1 } : one,
      )
      return fields.find(({ id }) => id === params.fieldId) as CustomerField
    },
  })
  renderDesk(<CustomerFieldsPage />)
  return { server, user: userEvent.setup(), now: () => fields }
}

test('a choice is defined with its options, one on each line', async () => {
  const { user, now } = show()
  await user.click(await screen.findByRole('button', { name: 'Add field' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Tier')
  await user.click(screen.getByRole('combobox', { name: 'Kind' }))
  await user.click(await screen.findByRole('option', { name: 'Choice' }))
  await user.click(screen.getByRole('button', { name: /^Add field/ }))
  expect(await screen.findByText('A choice needs options, one on each line')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Options' }), 'Gold{Enter}Silver{Enter}Gold')
  await user.click(screen.getByRole('button', { name: /^Add field/ }))
  await waitFor(() => expect(now().at(-1)).toMatchObject({ name: 'Tier', kind: 'choice' }))
  expect(
    now()
      .at(-1)
      ?.options.map(({ name }) => name),
  ).toEqual(['Gold', 'Silver'])
})

test('fields change places, are renamed, removed and brought back', async () => {
  const { user, now } = show()
  await user.click(await screen.findByRole('button', { name: 'Move Two up' }))
  await waitFor(() =>
    expect(now().map(({ id, position }) => [id, position])).toEqual([
      ['One', 1],
      ['Two', 0],
    ]),
  )
  await user.click(await screen.findByRole('button', { name: 'Name: One' }))
  await user.clear(await screen.findByRole('textbox', { name: 'Name' }))
  await user.keyboard('Uno{Enter}')
  await waitFor(() => expect(now()[0]?.name).toBe('Uno'))
  await user.click(await screen.findByRole('button', { name: 'Remove Uno' }))
  await user.click(await screen.findByRole('button', { name: 'Bring Uno back' }))
  await waitFor(() => expect(now()[0]).toMatchObject({ isRemoved: false }))
})
