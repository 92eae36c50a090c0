import type { Operator } from '@care/contract'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../testing/fake-server.ts'
import { renderDesk } from '../testing/render.tsx'
import { FieldInput } from './FieldInput.tsx'
import { OwnField } from './OwnField.tsx'
import type { OwnFieldShape } from './own-field.ts'

afterEach(() => vi.unstubAllGlobals())

const field: OwnFieldShape = { id: 'f1', name: 'Engineer', kind: 'person', options: [] }
const person = (id: string, name: string) => ({ id, name, email: `${id}@example.com`, isActive: true }) as Operator
const labels = async (role: 'menuitem' | 'option'): Promise<(string | null)[]> =>
  (await screen.findAllByRole(role)).map(({ textContent }) => textContent)

function serve(): void {
  fakeServer({
    listOperators: () => ({
      items: [person('olga2', 'Olga Ivanova'), person('olga1', 'Olga Ivanova'), person('ivan', 'Ivan Petrov')],
      nextCursor: null,
    }),
  })
}
const told = ['Ivan Petrov', 'Olga Ivanova · olga1@example.com', 'Olga Ivanova · olga2@example.com']

test('two people of one name are told apart where one is chosen in place, and only they', async () => {
  serve()
  const onSave = vi.fn<(value: unknown) => void>()
  const bound = {
    value: 'olga2',
    error: null,
    isPending: false,
    onOpen: () => undefined,
    onSave,
    onGiveUp: () => undefined,
  }
  renderDesk(<OwnField field={field} bound={bound} isReadOnly={false} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Engineer: Olga Ivanova' }))
  expect((await labels('menuitem')).slice(1)).toEqual(told)
  await userEvent.click(screen.getByRole('menuitem', { name: /olga1/ }))
  expect(onSave).toHaveBeenCalledWith('olga1')
})

test('and in a form', async () => {
  serve()
  const onChange = vi.fn<(value: unknown) => void>()
  renderDesk(<FieldInput field={field} value={null} isRequired={false} problem={null} onChange={onChange} />)
  await userEvent.click(screen.getByRole('combobox', { name: 'Engineer' }))
  await screen.findByRole('option', { name: 'Ivan Petrov' })
  expect((await labels('option')).slice(1)).toEqual(told)
  await userEvent.click(screen.getByRole('option', { name: /olga2/ }))
  expect(onChange).toHaveBeenCalledWith('olga2')
})
