import type { Module } from '../../kernel/module.ts'
import { relistChanged } from './after-events.ts'

/** Lists of requests at any size: kept in order for every filter, read by key (ADR 0018). */
export const listsModule: Module = { name: 'lists', afterEvents: relistChanged }

export { addUpCounts } from './commands/add-up-counts.ts'
export { followLog } from './commands/follow-log.ts'
export { listUnlisted } from './commands/list-unlisted.ts'
export { requestIdsMatching } from './queries/matching.ts'
export { listNew, relist } from './relist.ts'
export { listHandlers } from './routes.ts'
