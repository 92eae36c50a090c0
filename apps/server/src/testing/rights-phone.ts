import { and, eq } from 'drizzle-orm'
import type { Scene } from './rights-scene.ts'

const callers = ['anna', 'fiona', 'dora', 'vera', 'admin']
let made = 0

/** A phone system that is on, with a line for everybody; nobody is on a call. */
async function phoneSystemOf({ admin, store }: Scene): Promise<string> {
  const name = `Switchboard ${(made += 1)}`
  const secrets = { secret: 'the phone system’s secret' }
  const { id: channelId } = await admin.call('addChannel', { body: { kind: 'phone', name, secrets } })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  await store.transact(async (tx) => {
    const { activities, phoneLines } = tx.t
    await tx
      .update(activities)
      .set({ state: 'ended' })
      .where(and(eq(activities.medium, 'call'), eq(activities.state, 'active')))
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
  listPhoneLines: async (scene: Scene) => ({ params: { channelId: await phoneSystemOf(scene) } }),
  savePhoneLine: async (scene: Scene) => ({ ...(await lineOf(scene, 'boris')), body: { userName: 'boris.n' } }),
  removePhoneLine: (scene: Scene) => lineOf(scene, 'anna'),
}
