import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '../../testing/people.ts'
import { openPhoneScene, type PhoneScene } from './testing/phone-scene.ts'

/** Anna and Boris have lines, Carla has none. */
let scene: PhoneScene
let carla: Desk
let anna: Desk
let vera: Desk
beforeEach(async () => {
  scene = await openPhoneScene({ country: 'PL' })
  carla = await scene.server.signIn('carla')
  anna = await scene.server.signIn('anna')
  vera = await scene.server.signIn('vera')
})
afterEach(() => scene.server.stop())

const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const noLine = { code: 'NOT_ALLOWED_NOW', details: { problem: 'NO_LINE', name: 'Switchboard' } }
const stateOf = async () =>
  (await scene.rows()).activities
    .filter(({ medium }) => medium === 'call')
    .map(({ state, operatorId }) => [state, operatorId])

/** A caller whom the phone system asks about, of whom nobody is offered anything yet. */
async function aCaller(call = 'c1', from = '+48601234567'): Promise<string> {
  await scene.ask({ asks: 'whoRings', call, from, did: '+48221234567' })
  const { phoneCalls } = await scene.rows()
  return phoneCalls.find(({ callId }) => callId === call)?.activityId ?? ''
}

/** Present, and not offered anything. */
async function there(desk: Desk): Promise<void> {
  await desk.socket()
  await desk.call('setPresence', { body: { chosen: 'busy' } })
}

describe('a call that its phone system asks about', () => {
  test('is not taken by hand by somebody whose phone would not ring', async () => {
    const activityId = await aCaller()
    await there(carla)
    expect(await refused(carla.call('takeTask', { params: { activityId } }))).toMatchObject(noLine)
    expect(await refused(carla.call('takeNext'))).toMatchObject(noLine)
    expect(await stateOf()).toEqual([['waiting', null]])
    await there(anna)
    expect((await anna.call('takeNext')).task).toMatchObject({ activityId })
    expect(await scene.ask({ asks: 'whoRings', call: 'c1' })).toMatchObject({ answer: 'ring', userName: 'anna' })
  })

  test('is left out where other work waits behind it', async () => {
    await aCaller()
    const visitor = await scene.server.newVisitor()
    const text = { clientMessageId: randomUUID(), text: 'Hello' }
    const { chat } = await visitor.call('startChat', { body: text })
    await there(carla)
    expect((await carla.call('takeNext')).task).toMatchObject({ activityId: chat.activityId })
    expect(await refused(carla.call('takeNext'))).toMatchObject(noLine)
  })

  test('is neither assigned nor handed to him, also while somebody has it', async () => {
    const activityId = await aCaller()
    await there(carla)
    const assign = (operatorId: string) => vera.call('assignTask', { params: { activityId }, body: { operatorId } })
    expect(await refused(assign('carla'))).toMatchObject(noLine)
    await there(anna)
    await assign('anna')
    expect(await refused(assign('carla'))).toMatchObject(noLine)
    const to = { params: { activityId }, body: { operatorId: 'carla', reason: 'She knows it' } }
    expect(await refused(anna.call('transferTask', to))).toMatchObject(noLine)
    expect(await stateOf()).toEqual([['active', 'anna']])
  })

  test('is taken by anybody where the phone system has no lines at all, and one without the question too', async () => {
    const { store } = scene.server.services
    const told = { from: '+48602000000', to: '+48221234567', direction: 'in' }
    await scene.tell({ id: 'e', call: 'told', type: 'ringing', ...told })
    await scene.tell({ id: 'f', call: 'told', type: 'answered', agent: 'anna', ...told })
    const toldOf = (await scene.rows()).activities[0]?.id ?? ''
    await there(carla)
    await there(anna)
    const assign = (activityId: string) =>
      vera.call('assignTask', { params: { activityId }, body: { operatorId: 'carla' } })
    await assign(toldOf)
    expect(await stateOf()).toEqual([['active', 'carla']])
    await vera.call('assignTask', { params: { activityId: toldOf }, body: { operatorId: 'anna' } })
    const activityId = await aCaller()
    await store.transact((tx) => tx.delete(tx.t.phoneLines))
    expect((await carla.call('takeTask', { params: { activityId } })).id).toBe(activityId)
  })
})
