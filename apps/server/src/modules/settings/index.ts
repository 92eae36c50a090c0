import type { Module } from '../../kernel/module.ts'
import { settingsAudience } from './audience.ts'
import { emptyStageJob, emptyStages } from './stage-moves.ts'

/** Queues with members, sites of the widget, request types, locations. */
export const settingsModule = {
  name: 'settings',
  audience: settingsAudience,
  jobs: { [emptyStages]: emptyStageJob },
} satisfies Module

export { bootstrapWorkspace, firstRows } from './commands/bootstrap-workspace.ts'
export { checkQueue } from './commands/add-site.ts'
export { refuseStale } from './conflict.ts'
export { siteByKey } from './queries/sites.ts'
export { settingsHandlers } from './routes.ts'
export { resealSiteKeys, siteKeyHandlers, siteSecret } from './site-keys.ts'
export { soundWorkflow } from './sound-workflow.ts'
