import { callbackSlots } from '@care/domain/callbacks'
import type { Scene } from './rights-scene.ts'
import { monday } from './workbench.ts'

let used = 2
/** A slot of its own for each call: only so many may be in one. */
const nextSlot = (): number => monday + (used += 1) * callbackSlots.lengthMs

const aCallback = ({ customerId, requestId }: Scene) => ({
  customerId,
  requestId,
  phone: '+48 601 234 567',
  at: nextSlot(),
})
const callbackOf = async (scene: Scene) => {
  const { activityId } = await scene.admin.call('planCallback', { body: aCallback(scene) })
  return { params: { activityId } }
}
const tokenOf = async (scene: Scene): Promise<string> =>
  (await scene.admin.call('linkCallback', await callbackOf(scene))).token

/** Calls of the endpoints of call backs, for rights-scene.ts. */
export const callbackInputs = {
  getCallback: callbackOf,
  planCallback: (scene: Scene) => ({ body: aCallback(scene) }),
  noteAttempt: async (scene: Scene) => ({
    ...(await callbackOf(scene)),
    body: { number: 1, outcome: 'reached' as const },
  }),
  moveCallback: async (scene: Scene) => ({ ...(await callbackOf(scene)), body: { at: nextSlot() } }),
  cancelCallback: callbackOf,
  linkCallback: callbackOf,
  askCallback: () => ({ body: { phone: '+48 601 234 567', from: nextSlot() } }),
  openCallbackLink: async (scene: Scene) => ({ body: { token: await tokenOf(scene) } }),
  moveCallbackByLink: async (scene: Scene) => ({ body: { token: await tokenOf(scene), from: nextSlot() } }),
  cancelCallbackByLink: async (scene: Scene) => ({ body: { token: await tokenOf(scene) } }),
}
