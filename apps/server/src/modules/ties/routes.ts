import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { requestDetails } from '../requests/index.ts'
import { linkRequests, unlinkRequests } from './commands/link-requests.ts'
import { mergeRequests } from './commands/merge-requests.ts'
import { setParent } from './commands/set-parent.ts'
import { splitRequest } from './commands/split-request.ts'
import { undoRequestMerge } from './commands/undo-request-merge.ts'
import { locateRequest } from './queries/locate-request.ts'
import { requestActivities } from './queries/request-activities.ts'
import { requestTies } from './queries/request-ties.ts'
import { tieCandidates } from './queries/tie-candidates.ts'

type TieEndpoints =
  | 'getRequestTies'
  | 'listTieCandidates'
  | 'listRequestActivities'
  | 'locateRequest'
  | 'mergeRequests'
  | 'undoRequestMerge'
  | 'splitRequest'
  | 'linkRequest'
  | 'unlinkRequest'
  | 'setParent'

export const tieHandlers: Handlers<TieEndpoints> = {
  getRequestTies: ({ actor, params }, { store }) => requestTies(store.read, actor, params.requestId),
  listTieCandidates: ({ actor, params, query }, { store }) => tieCandidates(store.read, actor, params.requestId, query),
  listRequestActivities: ({ actor, params }, { store }) => requestActivities(store.read, actor, params.requestId),
  locateRequest: ({ actor, query }, { store }) => locateRequest(store.read, actor, query),
  async mergeRequests(call, { execute, store }) {
    const input = { ...call.params, ...call.body }
    const { mergeId, requestId } = await execute(mergeRequests, call.actor, input, optionsOf(call))
    return { mergeId, request: await requestDetails(store.read, call.actor, requestId) }
  },
  async undoRequestMerge(call, { execute, store }) {
    const { requestId } = await execute(undoRequestMerge, call.actor, call.params, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async splitRequest(call, { execute, store }) {
    const { requestId } = await execute(splitRequest, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  async linkRequest(call, { execute, store }) {
    const { requestId } = await execute(linkRequests, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return requestTies(store.read, call.actor, requestId)
  },
  async unlinkRequest(call, { execute, store }) {
    const { requestId } = await execute(unlinkRequests, call.actor, call.params, optionsOf(call))
    return requestTies(store.read, call.actor, requestId)
  },
  async setParent(call, { execute, store }) {
    const { requestId } = await execute(setParent, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return requestTies(store.read, call.actor, requestId)
  },
}
