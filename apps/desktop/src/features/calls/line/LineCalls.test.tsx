import type { RingingCall } from '@care/contract'
import type { PhoneCallState, Softphone } from '@care/client/softphone'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '../../../shared/testing/fake-server.ts'
import { aLeg } from '../../../shared/testing/phone-leg.ts'
import { renderDesk } from '../../../shared/testing/render.tsx'
import { LineCalls } from './LineCalls.tsx'
import * as line from './phone-line.ts'

const phone = {
  answer: vi.fn<Softphone['answer']>(async () => undefined),
  hangUp: vi.fn<Softphone['hangUp']>(),
  transfer: vi.fn<Softphone['transfer']>(),
}
afterEach(() => {
  act(line.closePhoneLine)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const one of Object.values(phone)) one.mockClear()
})

const known: RingingCall = { colleague: null, customer: null, task: 'none', activityId: null, holderLine: null }

const ofLine = (calls: PhoneCallState[]): void =>
  line.usePhoneLine.setState({ user: 'anna', state: { registration: 'registered', refusal: null, calls } })

function show(leg: PhoneCallState, caller: Partial<RingingCall>) {
  vi.spyOn(line, 'phoneLine').mockReturnValue(phone as unknown as Softphone)
  const server = fakeServer({ getRingingCall: () => ({ ...known, ...caller }) })
  ofLine([leg])
  renderDesk(<LineCalls />)
  return server
}

test('a colleague who calls is named, answered and declined', async () => {
  show(aLeg({ number: 'boris' }), { colleague: { id: 'b', name: 'Boris Petrov' } })
  const card = await screen.findByRole('region', { name: 'Call at your line' })
  expect(card.textContent).toContain('Boris Petrov')
  await userEvent.click(screen.getByRole('button', { name: 'Answer' }))
  expect(phone.answer).toHaveBeenCalledWith('sip-1')
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  expect(phone.hangUp).toHaveBeenCalledWith('sip-1')
})

test('a call that is offered as a task has its offer, and no card', async () => {
  const server = show(aLeg(), { task: 'mine', activityId: 'a' })
  await waitFor(() => expect(server.callsTo('getRingingCall')).not.toHaveLength(0))
  expect(screen.queryByRole('region')).toBeNull()
  expect(phone.hangUp).not.toHaveBeenCalled()
})

test('a ring whose offer is over stops, so that the exchange asks for the next one', async () => {
  show(aLeg(), { task: 'over', activityId: 'a' })
  await waitFor(() => expect(phone.hangUp).toHaveBeenCalledWith('sip-1'))
})

test('a hand-over that did not work is said, tried again, or hung up', async () => {
  const leg = aLeg({ phase: 'held', wasAnswered: true, transfer: 'failed' })
  show(leg, {
    task: 'passedOn',
    activityId: 'a',
    holderLine: 'boris',
    customer: { id: 'c', name: 'Elena', isVip: false },
  })
  expect((await screen.findByRole('alert')).textContent).toBe('was not handed over and is still here')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(phone.transfer).toHaveBeenCalledWith('sip-1', 'boris'))
  await userEvent.click(screen.getByRole('button', { name: 'Hang up' }))
  expect(phone.hangUp).toHaveBeenCalledWith('sip-1')
})

test.each(['ringing', 'talking'] as const)('a VIP who calls is marked, a colleague never: %s', async (phase) => {
  const vip = { id: 'c', name: 'Elena', isVip: true }
  const rings = show(aLeg({ phase }), { customer: vip })
  const who = (): string | null | undefined => screen.queryByRole('region')?.querySelector('b')?.textContent
  await waitFor(() => expect(who()).toBe('ElenaVIP'))
  rings.answers.getRingingCall = () => ({ ...known, customer: vip, colleague: { id: 'b', name: 'Boris Petrov' } })
  act(() => ofLine([aLeg({ phase, id: 'sip-2' })]))
  await waitFor(() => expect(who()).toBe('Boris Petrov'))
})
