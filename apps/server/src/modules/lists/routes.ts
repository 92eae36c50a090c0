import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { setListLayout } from './commands/set-list-layout.ts'
import { countRequests } from './queries/count-requests.ts'
import { listLayout } from './queries/list-layout.ts'
import { listSnippets } from './queries/list-snippets.ts'
import { requestList } from './queries/request-list.ts'

type ListEndpoints = 'listRequests' | 'countRequests' | 'listSnippets' | 'getListLayout' | 'setListLayout'

export const listHandlers: Handlers<ListEndpoints> = {
  listRequests: ({ actor, query }, { store, clock }) =>
    requestList(store.read, { actor, now: clock.now(), dayEndsAt: query.dayEndsAt }, query),
  countRequests: ({ actor, query }, { store, clock }) =>
    countRequests(store.read, { actor, now: clock.now(), dayEndsAt: query.dayEndsAt }, query),
  listSnippets: ({ actor, query }, { store }) => listSnippets(store.read, actor, query),
  getListLayout: ({ actor }, { store }) => listLayout(store.read, actor.id),
  setListLayout: (call, { execute }) => execute(setListLayout, call.actor, call.body, optionsOf(call)),
}
