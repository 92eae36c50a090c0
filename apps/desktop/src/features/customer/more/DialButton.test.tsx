import type { MyPhoneLine } from '@care/contract'
import { aCustomer } from '@care/testkit'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, Refusal } from '../../../shared/testing/fake-server.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { useToast } from '../../../shared/ui/toast.tsx'
import { useSelection } from '../../../shared/workspace/selection.ts'
import { DialButton } from './DialButton.tsx'

afterEach(() => vi.unstubAllGlobals())

const line: MyPhoneLine = { channel: { id: 'c', name: 'Switchboard' }, userName: 'anna', extension: '101', sip: null }
const customer = aCustomer({ phone: '+48 601 234 567' })

function show(items: MyPhoneLine[], shown = customer) {
  const server = fakeServer({
    listMyPhoneLines: () => ({ items }),
    dialNumber: () => ({ activityId: 'call-1', number: '+48601234567', dials: 'phoneSystem' }),
  })
  renderDesk(<DialButton customer={shown} />)
  return { server, user: userEvent.setup() }
}
const button = () => screen.findByRole('button', { name: 'Call +48 601 234 567' })

test('a click has one’s phone ring and opens the call', async () => {
  const { server, user } = show([line])
  await user.click(await button())
  await vi.waitFor(() => expect(useToast.getState().toast?.text).toBe('Your phone rings; pick it up to be connected'))
  expect(server.callsTo('dialNumber')).toMatchObject([{ body: { customerId: customer.id, phone: '+48 601 234 567' } }])
  expect(useSelection.getState().activityId).toBe('call-1')
})

test('what the server refuses is said', async () => {
  const { server, user } = show([line])
  server.answers.dialNumber = () => {
    throw new Refusal('PHONE_INVALID')
  }
  await user.click(await button())
  await vi.waitFor(() => expect(useToast.getState().toast?.text).toMatch(/number/))
})

test('without a line, or without a number, there is nothing to press', async () => {
  const { server } = show([])
  await vi.waitFor(() => expect(server.callsTo('listMyPhoneLines')).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
  vi.unstubAllGlobals()
  const other = show([line], aCustomer({ phone: '' }))
  await vi.waitFor(() => expect(other.server.callsTo('listMyPhoneLines')).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
})
