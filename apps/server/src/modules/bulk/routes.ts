import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { startBulk } from './commands/start-bulk.ts'
import { stopBulk, undoBulk } from './commands/turn-run.ts'
import { previewBulk } from './queries/preview.ts'
import { itemList, runList, runNow } from './queries/runs.ts'

type BulkEndpoints =
  | 'previewBulk'
  | 'startBulk'
  | 'listBulkRuns'
  | 'getBulkRun'
  | 'listBulkItems'
  | 'stopBulk'
  | 'undoBulk'

export const bulkHandlers: Handlers<BulkEndpoints> = {
  previewBulk: ({ actor, body }, { store, clock }) => previewBulk(store.read, actor, clock.now(), body.selection),
  startBulk: (call, { execute }) => execute(startBulk, call.actor, call.body, optionsOf(call)),
  listBulkRuns: ({ actor, query }, { store, clock }) => runList(store.read, actor, clock.now(), query),
  getBulkRun: ({ actor, params }, { store, clock }) => runNow(store.read, actor, clock.now(), params.runId),
  listBulkItems: ({ actor, params, query }, { store }) => itemList(store.read, actor, params.runId, query),
  stopBulk: (call, { execute }) => execute(stopBulk, call.actor, call.params, optionsOf(call)),
  undoBulk: (call, { execute }) => execute(undoBulk, call.actor, call.params, optionsOf(call)),
}
