import type { CallInput } from '@care/client'
import type { EndpointName } from '@care/contract'
import { fakePassword, fakeSettings } from '../channels/testing/fake-channel.ts'
import { password } from './boot-server.ts'
import type { Scene } from './rights-scene.ts'

type Inputs = { [N in EndpointName]?: (scene: Scene) => CallInput<N> | Promise<CallInput<N>> }
let made = 0
const key = (): string => `key-of-settings-${(made += 1)}`

const aChannel = () => ({
  kind: 'fake',
  name: key(),
  settings: fakeSettings,
  secrets: { password: fakePassword },
})
async function channelOf({ admin }: Scene) {
  const { id: channelId, version } = await admin.call('addChannel', { body: aChannel() })
  return { params: { channelId }, version }
}

/** Something that came in and could not be taken. */
async function failedIntakeOf(scene: Scene): Promise<string> {
  const { params } = await channelOf(scene)
  const intakeId = key()
  await scene.store.transact((tx) =>
    tx.insert(tx.t.intakes).values({
      id: intakeId,
      channelId: params.channelId,
      externalId: intakeId,
      receivedAt: 1,
      rawBytes: 0,
      state: 'failed',
      tries: 1,
      raw: '',
    }),
  )
  return intakeId
}

async function siteOf({ admin }: Scene): Promise<string> {
  return (await admin.call('addSite', { body: { name: key(), allowedOrigins: [], queueId: 'q' } })).id
}

/** A colleague of his own: nobody else of the scene loses his account. */
async function accountOf({ admin }: Scene) {
  const body = { name: 'New', email: `${key()}@example.com`, password, role: 'operator' as const }
  const { id: operatorId, version } = await admin.call('addOperator', { body })
  return { params: { operatorId }, version }
}

/** What the settings of the house take. */
export const settingsInputs = {
  addQueue: () => ({ body: { name: 'Another' } }),
  editQueue: async ({ admin }) => ({
    params: { queueId: 'q' },
    body: { offerSeconds: 30 },
    version: (await admin.call('listQueues')).items.find((queue) => queue.id === 'q')?.version ?? 0,
  }),
  addRequestType: () => ({ body: { name: 'Return' } }),
  addGroup: () => ({ body: { name: key() } }),
  editGroup: async ({ admin }) => {
    const { id: groupId, version } = await admin.call('addGroup', { body: { name: key() } })
    return { params: { groupId }, version, body: { name: key() } }
  },
  addLocation: () => ({ body: { name: key() } }),
  editLocation: async ({ admin }) => {
    const { id: locationId, version } = await admin.call('addLocation', { body: { name: key() } })
    return { params: { locationId }, body: { isActive: true }, version }
  },
  editRequestType: async ({ admin }) => ({
    params: { typeId: 'general' },
    body: { onReply: 'reopen' },
    version: (await admin.call('listRequestTypes')).items.find(({ id }) => id === 'general')?.version ?? 0,
  }),
  addOperator: () => ({ body: { name: 'New', email: `${key()}@example.com`, password, role: 'operator' } }),
  editOperator: async ({ admin }) => ({
    params: { operatorId: 'boris' },
    body: { skills: ['French'] },
    version: (await admin.call('listOperators')).items.find((operator) => operator.id === 'boris')?.version ?? 0,
  }),
  getOperator: () => ({ params: { operatorId: 'boris' } }),
  setOperatorPassword: async (scene) => ({ params: (await accountOf(scene)).params, body: { password } }),
  getOperatorWork: () => ({ params: { operatorId: 'boris' } }),
  closeOperator: async (scene) => ({ ...(await accountOf(scene)), body: { heirId: 'boris' } }),
  reopenOperator: async (scene) => {
    const { params, version } = await accountOf(scene)
    const { operator } = await scene.admin.call('closeOperator', { params, version, body: {} })
    return { params, version: operator.version }
  },
  addChannel: () => ({ body: aChannel() }),
  editChannel: async (scene) => ({ ...(await channelOf(scene)), body: { name: key() } }),
  switchChannel: async (scene) => ({ params: (await channelOf(scene)).params, body: { isOn: false } }),
  removeChannel: async (scene) => ({ params: (await channelOf(scene)).params }),
  testChannel: async (scene) => ({ params: (await channelOf(scene)).params }),
  listFailedIntakes: async (scene) => ({ params: (await channelOf(scene)).params }),
  putIntakeAside: async (scene) => ({
    params: { intakeId: await failedIntakeOf(scene) },
    body: { isAside: true },
  }),
  retryIntake: async (scene) => ({ params: { intakeId: await failedIntakeOf(scene) } }),
  addSite: () => ({ body: { name: 'Another', allowedOrigins: [], queueId: 'q' } }),
  editSite: async ({ admin }) => ({
    params: { siteId: 'site' },
    body: { colour: '#205a43' },
    version: (await admin.call('listSites')).items.find((site) => site.id === 'site')?.version ?? 0,
  }),
  listSiteKeys: () => ({ params: { siteId: 'site' } }),
  addSiteKey: async (scene) => ({ params: { siteId: await siteOf(scene) } }),
  revokeSiteKey: async (scene) => {
    const siteId = await siteOf(scene)
    const { key: made } = await scene.admin.call('addSiteKey', { params: { siteId } })
    return { params: { siteId, keyId: made.id } }
  },
} satisfies Inputs
