import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { addView } from './commands/add-view.ts'
import { arrangeViews } from './commands/arrange-views.ts'
import { editView } from './commands/edit-view.ts'
import { deleteView, restoreView, takeOverView } from './commands/keep-view.ts'
import { viewList } from './queries/view-list.ts'
import { presentView } from './store.ts'

type ViewEndpoints =
  | 'listViews'
  | 'addView'
  | 'editView'
  | 'takeOverView'
  | 'deleteView'
  | 'restoreView'
  | 'arrangeViews'

export const viewHandlers: Handlers<ViewEndpoints> = {
  listViews: ({ actor }, { store }) => viewList(store.read, actor),
  addView: async (call, { execute, store }) =>
    presentView(store.read, call.actor, await execute(addView, call.actor, call.body, optionsOf(call))),
  async editView(call, { execute, store }) {
    const input = { viewId: call.params.viewId, version: call.version, patch: call.body }
    return presentView(store.read, call.actor, await execute(editView, call.actor, input, optionsOf(call)))
  },
  takeOverView: async (call, { execute, store }) =>
    presentView(store.read, call.actor, await execute(takeOverView, call.actor, call.params, optionsOf(call))),
  deleteView: (call, { execute }) => execute(deleteView, call.actor, call.params, optionsOf(call)),
  restoreView: async (call, { execute, store }) =>
    presentView(store.read, call.actor, await execute(restoreView, call.actor, call.params, optionsOf(call))),
  arrangeViews: (call, { execute }) => execute(arrangeViews, call.actor, call.body, optionsOf(call)),
}
