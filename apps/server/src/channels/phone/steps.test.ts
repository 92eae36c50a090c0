import type { PhoneStep } from '@care/contract'
import { afterEach, describe, expect, test } from 'vitest'
import { sipSockets } from '../../modules/phone/index.ts'
import { refusal } from '../../testing/workbench.ts'
import { openPhoneScene, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
afterEach(() => scene.server.stop())

const number = '+48601234567'
const heldAWhile: unknown = expect.toSatisfy((ms: number) => ms >= 7_000 && ms < 12_000)

/** Anna and Boris have softphones; Anna is about to call a customer by hers. */
async function begin() {
  scene = await openPhoneScene({ sipSocket: 'wss://pbx.example/ws', sipDomain: 'pbx.example' })
  const { server, admin, channelId } = scene
  for (const [operatorId, userName] of [
    ['anna', 'anna'],
    ['boris', 'boris'],
  ] as const)
    await admin.call('savePhoneLine', {
      params: { channelId, operatorId },
      body: { userName, extension: null, password: 'a-password' },
    })
  const [anna, boris] = [await server.signIn('anna'), await server.signIn('boris')]
  const { id: customerId } = await admin.call('addCustomer', { body: { name: 'Elena', phone: number } })
  const step = (activityId: string, callId: string, what: PhoneStep) =>
    anna.call('tellPhoneStep', { params: { activityId }, body: { callId, step: what } })
  const dial = () => anna.call('dialNumber', { body: { customerId, phone: number } })
  const mine = async () => (await anna.call('getMyCall')).call
  return { anna, boris, customerId, step, dial, mine }
}

describe('what a softphone tells of its call', () => {
  test('without a word of the phone system the call is dialled, answered, held and ended', async () => {
    const { step, dial, mine } = await begin()
    const { activityId, dials } = await dial()
    expect(dials).toBe('desk')
    expect((await mine())?.phone).toMatchObject({ callId: null, number, isToDial: true })
    await step(activityId, 'sip-1', 'dialled')
    expect(await mine()).toMatchObject({
      id: activityId,
      state: 'ringing',
      phone: { callId: 'sip-1', number, operatorLine: 'anna', consultLine: null, isToDial: false },
    })
    scene.server.clock.advance(5_000)
    await step(activityId, 'sip-1', 'answered')
    await step(activityId, 'sip-1', 'held')
    expect(await mine()).toMatchObject({ state: 'held' })
    scene.server.clock.advance(7_000)
    await step(activityId, 'sip-1', 'resumed')
    expect(await mine()).toMatchObject({ state: 'active', heldMs: heldAWhile })
    await step(activityId, 'sip-1', 'ended')
    const { activities, calls } = await scene.rows()
    expect(activities).toMatchObject([{ id: activityId, state: 'ended', operatorId: 'anna' }])
    expect(calls).toMatchObject([{ state: 'ended', heldMs: heldAWhile }])
  })

  test('what the phone system tells too changes nothing, whoever is first', async () => {
    const { step, dial, mine } = await begin()
    const { activityId } = await dial()
    const told = { call: 'sip-1', direction: 'out', to: number, agent: 'anna' }
    await scene.tell({ ...told, type: 'ringing' })
    await step(activityId, 'sip-1', 'dialled')
    await step(activityId, 'sip-1', 'answered')
    await scene.tell({ ...told, type: 'answered' })
    await step(activityId, 'sip-1', 'answered')
    const call = await mine()
    expect(call).toMatchObject({ id: activityId, state: 'active' })
    expect(call?.events.map(({ kind }) => kind)).toEqual(['dialled', 'answered'])
    const { activities, phoneCalls } = await scene.rows()
    expect([activities.length, phoneCalls.length]).toEqual([1, 1])
  })

  test('one that does not come about is over before it began', async () => {
    const { step, dial } = await begin()
    const { activityId } = await dial()
    await step(activityId, 'none', 'failed')
    const { activities, phoneCalls } = await scene.rows()
    expect(activities).toMatchObject([{ state: 'ended' }])
    expect(phoneCalls).toEqual([])
  })

  test('only of one’s own call, and only by its own name', async () => {
    const { boris, step, dial } = await begin()
    const { activityId } = await dial()
    await step(activityId, 'sip-1', 'dialled')
    const body = { callId: 'sip-1', step: 'ended' as const }
    expect(await refusal(boris.call('tellPhoneStep', { params: { activityId }, body }))).toBe('NOT_FOUND')
    expect(await refusal(step(activityId, 'sip-2', 'ended'))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(step('nothing', 'sip-1', 'ended'))).toBe('NOT_FOUND')
    expect(await refusal(step(activityId, '', 'ended'))).toBe('INVALID_INPUT')
    expect((await scene.rows()).calls).toMatchObject([{ state: 'ringing' }])
  })
})

test('a call that was handed over at the desk goes on as the same one when its other side calls the next line', async () => {
  const { anna, boris, step, dial, mine } = await begin()
  const borisAvailable = await boris.socket()
  await boris.call('setPresence', { body: { chosen: 'available' } })
  const { activityId } = await dial()
  await step(activityId, 'sip-1', 'dialled')
  await step(activityId, 'sip-1', 'answered')
  const answeredAt = (await mine())?.answeredAt
  scene.server.clock.advance(60_000)
  await anna.call('transferTask', {
    params: { activityId },
    body: { operatorId: 'boris', reason: 'He knows the pump' },
  })
  await boris.call('acceptOffer', { params: { activityId } })
  expect((await anna.call('getRingingCall', { query: { callId: 'sip-1', number } })).task).toBe('passedOn')
  const told = { call: 'sip-2', direction: 'in', from: number, agent: 'boris' }
  await scene.tell({ ...told, type: 'ringing' }, { ...told, type: 'answered' })
  await scene.tell({ call: 'sip-1', type: 'ended', direction: 'out', agent: 'anna' })
  const { call } = await boris.call('getMyCall')
  expect(call).toMatchObject({
    id: activityId,
    state: 'active',
    answeredAt,
    phone: { callId: 'sip-2', operatorLine: 'boris' },
  })
  scene.server.clock.advance(30_000)
  await scene.tell({ ...told, type: 'ended' })
  const { activities, calls } = await scene.rows()
  expect(activities).toMatchObject([{ id: activityId, state: 'ended', operatorId: 'boris' }])
  expect(calls).toMatchObject([{ state: 'ended', answeredAt }])
  borisAvailable.close()
})

test('who rings at a line: a colleague, a customer by his number, and whether the task is one’s own', async () => {
  const { anna, boris, customerId } = await begin()
  const socket = await anna.socket()
  await anna.call('setPresence', { body: { chosen: 'available' } })
  const query = { callId: 'c1', number }
  expect(await anna.call('getRingingCall', { query })).toMatchObject({
    task: 'none',
    customer: { id: customerId, name: 'Elena' },
  })
  expect(await anna.call('getRingingCall', { query: { callId: 'c0', number: 'boris' } })).toMatchObject({
    task: 'none',
    colleague: { id: 'boris' },
    customer: null,
  })
  await scene.ask({ asks: 'whoRings', call: 'c1', from: number, did: '+48221234567' })
  await expect.poll(async () => (await anna.call('getRingingCall', { query })).task).toBe('mine')
  expect((await boris.call('getRingingCall', { query })).task).toBe('over')
  await scene.tell({ call: 'c1', type: 'ended', direction: 'in', from: number })
  expect((await anna.call('getRingingCall', { query })).task).toBe('over')
  socket.close()
})

test('the page of the desk may connect to the exchange that is on, and to nothing else', async () => {
  await begin()
  expect(await sipSockets(scene.server.services.store.read)).toEqual(['wss://pbx.example'])
  const { items } = await scene.admin.call('listChannels')
  const version = items.find(({ id }) => id === scene.channelId)?.version ?? 0
  await scene.admin.call('editChannel', {
    params: { channelId: scene.channelId },
    version,
    body: { settings: { sipSocket: 'https://evil.example; script-src *', sipDomain: 'pbx.example' } },
  })
  expect(await sipSockets(scene.server.services.store.read)).toEqual([])
})

test('a talk that was given to a queue waits at the line of before, until somebody with a line has it', async () => {
  const { anna, boris, step, dial } = await begin()
  const { activityId } = await dial()
  await step(activityId, 'sip-1', 'dialled')
  await step(activityId, 'sip-1', 'answered')
  const task = async () => (await anna.call('getRingingCall', { query: { callId: 'sip-1', number } })).task
  expect(await task()).toBe('mine')
  await anna.call('transferTask', { params: { activityId }, body: { queueId: 'q', reason: 'Somebody else' } })
  expect(await task()).toBe('waits')
  await boris.call('takeTask', { params: { activityId } })
  expect(await anna.call('getRingingCall', { query: { callId: 'sip-1', number } })).toMatchObject({
    task: 'passedOn',
    holderLine: 'boris',
  })
  await scene.tell({ call: 'sip-1', type: 'ended', direction: 'out', agent: 'anna' })
  expect(await task()).toBe('over')
})

test('a window whose line to the server is gone has lost nothing: the talk is at the exchange, and goes on', async () => {
  const { anna, step, dial, mine } = await begin()
  const { activityId } = await dial()
  await step(activityId, 'sip-1', 'dialled')
  await step(activityId, 'sip-1', 'answered')
  const socket = await anna.socket()
  const params = { callId: activityId }
  const seated = await socket.call('takeCallSeat', { params, body: { tabId: 'window-1' } })
  const seatId = seated.mySeat?.seatId ?? ''
  await socket.call('noteCall', { params, body: { what: 'microphone', seatId, isLost: true } })
  await socket.call('noteCall', { params, body: { what: 'network', seatId, isLost: true } })
  socket.close()
  await expect.poll(async () => (await mine())?.events.at(-1)?.kind).toBe('networkLost')
  scene.server.clock.advance(120_000)
  await scene.server.sweep()
  const call = await mine()
  expect(call).toMatchObject({ state: 'active', mySeat: { isLost: true } })
  expect(call?.events.map(({ kind }) => kind)).toContain('micLost')
})
