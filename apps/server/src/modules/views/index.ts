import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'

/** Lists of requests with a name, own and shared (row R1). */
export const viewsModule: Module = { name: 'views', audience }

export { purgeView } from './commands/purge-view.ts'
export { viewHandlers } from './routes.ts'
