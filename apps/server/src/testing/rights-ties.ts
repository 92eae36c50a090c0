import type { CallInput } from '@care/client'
import type { EndpointName } from '@care/contract'
import type { Scene } from './rights-scene.ts'

type Inputs = { [N in EndpointName]?: (scene: Scene) => CallInput<N> | Promise<CallInput<N>> }
let made = 0
const key = (): string => `key-of-ties-${(made += 1)}`

/** Another open request of the customer, in the same queue and in Anna's charge. */
async function anotherOf({ customerId, admin, requestId }: Scene): Promise<string> {
  const { id } = await admin.call('addRequest', { body: { customerId, title: 'Another', queueId: 'q' } })
  const { assignee } = await admin.call('getRequest', { params: { requestId } })
  if (assignee) await admin.call('assignRequest', { params: { requestId: id }, body: { operatorId: assignee.id } })
  return id
}

/** Right calls of what ties requests together and of moving to another customer. */
export const tieInputs = {
  getRequestTies: ({ requestId }) => ({ params: { requestId } }),
  listTieCandidates: ({ requestId }) => ({ params: { requestId } }),
  listRequestActivities: ({ requestId }) => ({ params: { requestId } }),
  locateRequest: ({ requestId }) => ({ query: { requestId } }),
  mergeRequests: async (scene) => ({
    params: { requestId: await anotherOf(scene) },
    body: { targetId: scene.requestId },
  }),
  undoRequestMerge: async (scene) => {
    const { requestId: targetId, admin } = scene
    const input = { params: { requestId: await anotherOf(scene) }, body: { targetId } }
    return { params: { mergeId: (await admin.call('mergeRequests', input)).mergeId } }
  },
  splitRequest: async ({ visitor, requestId, activityId }) => {
    // A second talk, so that one stays.
    await visitor.call('leaveMessage', { body: { clientMessageId: key(), text: 'By form', email: 'a@b.example' } })
    return { params: { requestId }, body: { activityIds: [activityId], title: 'Apart' } }
  },
  linkRequest: async (scene) => ({
    params: { requestId: scene.requestId },
    body: { otherId: await anotherOf(scene), kind: 'related' },
  }),
  unlinkRequest: async (scene) => {
    const { requestId, admin } = scene
    const body = { otherId: await anotherOf(scene), kind: 'related' as const }
    const { links } = await admin.call('linkRequest', { params: { requestId }, body })
    return { params: { requestId, linkId: links.at(-1)?.id ?? '' } }
  },
  setParent: async (scene) => ({
    params: { requestId: scene.requestId },
    body: { parentId: await anotherOf(scene) },
  }),
  moveToCustomer: async ({ activityId, admin }) => ({
    params: { activityId },
    body: { customerId: (await admin.call('addCustomer', { body: { name: 'Other' } })).id, requestId: null },
  }),
} satisfies Inputs
