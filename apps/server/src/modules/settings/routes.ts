import { room } from '@care/contract'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import type { Services } from '../../kernel/services.ts'
import { addGroup } from './commands/add-group.ts'
import { addLocation } from './commands/add-location.ts'
import { addQueue } from './commands/add-queue.ts'
import { addRequestType } from './commands/add-request-type.ts'
import { addSite } from './commands/add-site.ts'
import { editGroup } from './commands/edit-group.ts'
import { editLocation } from './commands/edit-location.ts'
import { editQueue } from './commands/edit-queue.ts'
import { editRequestType } from './commands/edit-request-type.ts'
import { editSite } from './commands/edit-site.ts'
import { groupById, groupList } from './queries/groups.ts'
import { locationById, locationList } from './queries/locations.ts'
import { queueById, queueList } from './queries/queues.ts'
import { requestTypeById, requestTypeList } from './queries/request-types.ts'
import { siteById, siteList } from './queries/sites.ts'

type SettingsEndpoints =
  | 'listQueues'
  | 'addQueue'
  | 'editQueue'
  | 'listGroups'
  | 'addGroup'
  | 'editGroup'
  | 'listRequestTypes'
  | 'addRequestType'
  | 'editRequestType'
  | 'listLocations'
  | 'addLocation'
  | 'editLocation'
  | 'listSites'
  | 'addSite'
  | 'editSite'

/** Open sockets were let into rooms by the memberships of before: they connect again and are let in anew. */
const reconnect = ({ live }: Services, operatorIds: readonly string[]): void => {
  for (const id of operatorIds) live.disconnect(room.operator(id))
}

export const settingsHandlers: Handlers<SettingsEndpoints> = {
  listQueues: async ({ actor }, { store, clock }) => ({ items: await queueList(store.read, actor, clock.now()) }),
  async addQueue(call, services) {
    const { queueId, added } = await services.execute(addQueue, call.actor, call.body, optionsOf(call))
    reconnect(services, added)
    return queueById(services.store.read, call.actor, queueId, services.clock.now())
  },
  async editQueue(call, services) {
    const { queueId } = call.params
    const { added, removed } = await services.execute(
      editQueue,
      call.actor,
      { queueId, version: call.version, patch: call.body },
      optionsOf(call),
    )
    reconnect(services, [...added, ...removed])
    return queueById(services.store.read, call.actor, queueId, services.clock.now())
  },
  listGroups: async (_, { store }) => ({ items: await groupList(store.read) }),
  async addGroup(call, services) {
    const { groupId, added } = await services.execute(addGroup, call.actor, call.body, optionsOf(call))
    reconnect(services, added)
    return groupById(services.store.read, groupId)
  },
  async editGroup(call, services) {
    const { groupId } = call.params
    const input = { groupId, version: call.version, patch: call.body }
    const { added, removed } = await services.execute(editGroup, call.actor, input, optionsOf(call))
    reconnect(services, [...added, ...removed])
    return groupById(services.store.read, groupId)
  },
  listRequestTypes: async (_, { store }) => ({ items: await requestTypeList(store.read) }),
  async addRequestType(call, { execute, store }) {
    const { typeId } = await execute(addRequestType, call.actor, call.body, optionsOf(call))
    return requestTypeById(store.read, typeId)
  },
  listLocations: async (_, { store }) => ({ items: await locationList(store.read) }),
  async addLocation(call, { execute, store }) {
    const { locationId } = await execute(addLocation, call.actor, call.body, optionsOf(call))
    return locationById(store.read, locationId)
  },
  async editLocation(call, { execute, store }) {
    const { locationId } = call.params
    await execute(editLocation, call.actor, { locationId, version: call.version, patch: call.body }, optionsOf(call))
    return locationById(store.read, locationId)
  },
  async editRequestType(call, { execute, store }) {
    const { typeId } = call.params
    await execute(editRequestType, call.actor, { typeId, version: call.version, patch: call.body }, optionsOf(call))
    return requestTypeById(store.read, typeId)
  },
  listSites: async (_, { store }) => ({ items: await siteList(store.read) }),
  async addSite(call, { execute, store }) {
    const { siteId } = await execute(addSite, call.actor, call.body, optionsOf(call))
    return siteById(store.read, siteId)
  },
  async editSite(call, { execute, store }) {
    const { siteId } = call.params
    await execute(editSite, call.actor, { siteId, version: call.version, patch: call.body }, optionsOf(call))
    return siteById(store.read, siteId)
  },
}
