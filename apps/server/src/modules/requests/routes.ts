import type { Handlers } from '../../kernel/handler.ts'
import { optionsOf } from '../../kernel/handler.ts'
import { notFound } from '../../kernel/app-error.ts'
import { addRequest } from './commands/add-request.ts'
import { assignRequest } from './commands/assign-request.ts'
import { closeRequest } from './commands/close-request.ts'
import { editRequest } from './commands/edit-request.ts'
import { followRequest, unfollowRequest } from './commands/follow-request.ts'
import { keepOpen } from './commands/keep-open.ts'
import { snoozeRequest } from './commands/snooze-request.ts'
import { wakeRequest } from './commands/wake-request.ts'
import { snoozedList } from './queries/snoozed.ts'
import { moveToQueue } from './commands/move-to-queue.ts'
import { setPriority } from './commands/set-priority.ts'
import { moveStage } from './commands/move-stage.ts'
import { reopenRequest } from './commands/reopen-request.ts'
import { requestHistory } from './queries/history.ts'
import { requestDetails } from './queries/request-details.ts'
import { findRequest, sees } from './store.ts'

type RequestEndpoints =
  | 'getRequest'
  | 'addRequest'
  | 'editRequest'
  | 'moveStage'
  | 'setPriority'
  | 'moveToQueue'
  | 'assignRequest'
  | 'closeRequest'
  | 'reopenRequest'
  | 'keepOpen'
  | 'snoozeRequest'
  | 'wakeRequest'
  | 'listSnoozed'
  | 'followRequest'
  | 'unfollowRequest'
  | 'getHistory'

export const requestHandlers: Handlers<RequestEndpoints> = {
  getRequest: ({ actor, params }, { store }) => requestDetails(store.read, actor, params.requestId),
  async addRequest(call, { execute, store }) {
    const { requestId } = await execute(addRequest, call.actor, call.body, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async editRequest(call, { execute, store }) {
    const { requestId } = call.params
    await execute(editRequest, call.actor, { requestId, version: call.version, patch: call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async moveStage(call, { execute, store }) {
    const { requestId } = call.params
    await execute(moveStage, call.actor, { requestId, ...call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async setPriority(call, { execute }) {
    await execute(setPriority, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return { ok: true }
  },
  async moveToQueue(call, { execute }) {
    await execute(moveToQueue, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return { ok: true }
  },
  async assignRequest(call, { execute, store }) {
    const { requestId } = call.params
    await execute(assignRequest, call.actor, { requestId, operatorId: call.body.operatorId }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async closeRequest(call, { execute, store }) {
    const { requestId } = call.params
    await execute(closeRequest, call.actor, { requestId, ...call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async reopenRequest(call, { execute, store }) {
    await execute(reopenRequest, call.actor, call.params, optionsOf(call))
    return requestDetails(store.read, call.actor, call.params.requestId)
  },
  async keepOpen(call, { execute, store }) {
    await execute(keepOpen, call.actor, call.params, optionsOf(call))
    return requestDetails(store.read, call.actor, call.params.requestId)
  },
  async snoozeRequest(call, { execute, store }) {
    const { requestId } = call.params
    await execute(snoozeRequest, call.actor, { requestId, ...call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async wakeRequest(call, { execute, store }) {
    await execute(wakeRequest, call.actor, { requestId: call.params.requestId }, optionsOf(call))
    return requestDetails(store.read, call.actor, call.params.requestId)
  },
  listSnoozed: ({ actor, query }, { store }) => snoozedList(store.read, actor, query),
  async followRequest(call, { execute, store }) {
    const { requestId } = call.params
    await execute(followRequest, call.actor, { requestId, ...call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async unfollowRequest(call, { execute, store }) {
    await execute(unfollowRequest, call.actor, call.params, optionsOf(call))
    return requestDetails(store.read, call.actor, call.params.requestId)
  },
  async getHistory({ actor, params, query }, { store }) {
    const found = await findRequest(store.read, params.requestId)
    if (!found || !sees(actor, found)) throw notFound('request')
    return requestHistory(store.read, params.requestId, query)
  },
}
