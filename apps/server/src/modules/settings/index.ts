import type { Module } from '../../kernel/module.ts'
import { settingsAudience } from './audience.ts'

/** Queues with members, sites of the widget, request types. */
export const settingsModule = { name: 'settings', audience: settingsAudience } satisfies Module

export { bootstrapWorkspace, firstRows } from './commands/bootstrap-workspace.ts'
export { refuseStale } from './conflict.ts'
export { siteByKey } from './queries/sites.ts'
export { settingsHandlers } from './routes.ts'
export { soundWorkflow } from './sound-workflow.ts'
