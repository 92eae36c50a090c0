import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { bulkJobs } from './work.ts'

/** The same done to many requests, each by its ordinary command, with a result of its own and undo (row R2, ADR 0023). */
export const bulkModule: Module = { name: 'bulk', audience, jobs: bulkJobs }

export { purgeRun } from './commands/purge-run.ts'
export { startBulk } from './commands/start-bulk.ts'
export { partsOf } from './parts.ts'
export { bulkHandlers } from './routes.ts'
