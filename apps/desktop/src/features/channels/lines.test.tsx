import type { Channel, Operator, PhoneLine } from '@care/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { useToast } from '../../shared/ui/toast.tsx'
import { LinesDialog } from './LinesDialog.tsx'

afterEach(() => vi.unstubAllGlobals())

const anna = { id: 'anna', name: 'Anna' }
const boris = { id: 'boris', name: 'Boris' }

const anOperator = (who: typeof anna) => who as Operator

test('everybody’s line can be given, changed and taken away; a password is only said to be there', async () => {
  let items: PhoneLine[] = [{ operator: anna, userName: 'anna', extension: '101', hasPassword: true }]
  const server = fakeServer({
    listOperators: () => ({ items: [anOperator(anna), anOperator(boris)], nextCursor: null }),
    listPhoneLines: () => ({ items, nextCursor: null }),
    savePhoneLine: ({ body }) => {
      items = [...items, { operator: boris, extension: null, hasPassword: true, ...(body as { userName: string }) }]
      return { ok: true }
    },
    removePhoneLine: () => {
      items = items.filter(({ operator }) => operator.id !== 'anna')
      return { ok: true }
    },
  })
  const user = userEvent.setup()
  renderDesk(<LinesDialog channel={{ id: 'c1', name: 'Switchboard' } as Channel} onClose={() => undefined} />)
  const line = async (name: string) => within(await screen.findByRole('listitem', { name }))
  expect((await line('Anna')).getByRole<HTMLInputElement>('textbox', { name: 'Extension' }).value).toBe('101')
  expect((await line('Anna')).getByText(/it is not shown/)).toBeTruthy()
  const save = (await line('Boris')).getByRole<HTMLButtonElement>('button', { name: 'Save the line of Boris' })
  expect(save.disabled).toBe(true)
  await user.type((await line('Boris')).getByRole('textbox', { name: 'User name' }), 'boris')
  await user.type((await line('Boris')).getByLabelText('Password'), 'secret words')
  await user.click(save)
  await vi.waitFor(() => expect(useToast.getState().toast?.text).toBe('Line of Boris saved'))
  expect(server.callsTo('savePhoneLine')).toMatchObject([
    { params: { operatorId: 'boris' }, body: { userName: 'boris', extension: null, password: 'secret words' } },
  ])
  await user.click((await line('Anna')).getByRole('button', { name: 'Take away the line of Anna' }))
  await vi.waitFor(async () =>
    expect((await line('Anna')).getByRole<HTMLInputElement>('textbox', { name: 'User name' }).value).toBe(''),
  )
})
