import type { Module } from '../../kernel/module.ts'
import { draftAudience } from './audience.ts'

/** What operators have begun to write, the same at every computer (row M2). */
export const draftsModule: Module = { name: 'drafts', audience: draftAudience }

export { expireDraft } from './commands/expire-draft.ts'
export { draftsBefore } from './queries.ts'
export { draftHandlers } from './routes.ts'
export type { DraftKey } from './store.ts'
