import { eq, inArray } from '../db/drizzle.ts'
import type { Scene } from './rights-scene.ts'

const callers = ['anna', 'fiona', 'dora', 'vera', 'admin']
const systems = new WeakMap<Scene['store'], string>()

/** A phone system that is on; one for all, since there may be only so many channels. */
async function systemOf({ admin, store }: Scene): Promise<string> {
  const known = systems.get(store)
  if (known !== undefined) return known
  const secrets = { secret: 'the secret of the switchboard' }
  const settings = { sipSocket: 'wss://pbx.example/ws', sipDomain: 'pbx.example' }
  const body = { kind: 'phone', name: 'Switchboard', secrets, settings }
  const { id: channelId } = await admin.call('addChannel', { body })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  systems.set(store, channelId)
  return channelId
}

/** With a line for everybody there, and nobody on a call. */
async function phoneSystemOf(scene: Scene): Promise<string> {
  const channelId = await systemOf(scene)
  const { call } = await scene.anna.call('getMyCall')
  if (call?.line === 'browser') await scene.anna.call('endActivity', { params: { activityId: call.id } })
  await scene.store.transact(async (tx) => {
    const { activities, calls, callSeats, phoneLines } = tx.t
    const ids = tx.select({ id: calls.activityId }).from(calls).where(eq(calls.origin, 'phone'))
    await tx.update(activities).set({ state: 'ended' }).where(inArray(activities.id, ids))
    await tx.delete(callSeats).where(inArray(callSeats.callId, ids))
    await tx.delete(phoneLines)
    await tx.insert(phoneLines).values(callers.map((id) => ({ channelId, operatorId: id, userName: id, version: 1 })))
  })
  return channelId
}
const lineOf = async (scene: Scene, operatorId: string) => ({
  params: { channelId: await phoneSystemOf(scene), operatorId },
})

/** Calls of the endpoints of phone systems, for rights-scene.ts. */
export const phoneInputs = {
  dialNumber: async (scene: Scene) => {
    const channelId = await phoneSystemOf(scene)
    const { customerId, requestId } = scene
    return { body: { customerId, requestId, phone: '+48 601 234 567', channelId } }
  },
  getRingingCall: () => ({ query: { callId: 'a-call', number: '+48601234567' } }),
  tellPhoneStep: async (scene: Scene) => {
    const channelId = await phoneSystemOf(scene)
    const { customerId, requestId, anna, admin } = scene
    // With a password her softphone dials.
    const params = { channelId, operatorId: 'anna' }
    await admin.call('savePhoneLine', { params, body: { userName: 'anna', password: 'a-password' } })
    const { activityId } = await anna.call('dialNumber', {
      body: { customerId, requestId, phone: '+48 601 234 567', channelId },
    })
    return { params: { activityId }, body: { callId: `sip-${activityId}`, step: 'dialled' as const } }
  },
  listPhoneLines: async (scene: Scene) => ({ params: { channelId: await phoneSystemOf(scene) } }),
  savePhoneLine: async (scene: Scene) => ({ ...(await lineOf(scene, 'boris')), body: { userName: 'boris.n' } }),
  removePhoneLine: (scene: Scene) => lineOf(scene, 'anna'),
}
