import type { Module, Projections } from '../../kernel/module.ts'
import { recordStage } from '../requests/index.ts'
import { tieAudience } from './audience.ts'

/** A merge closes the source without an outcome, taking it out opens it: both are moves of its stage (row R4). */
const projections: Projections = {
  'request.merged': (ctx, { facts }) => recordStage(ctx, facts.requestId),
  'request.unmerged': (ctx, { facts }) => recordStage(ctx, facts.requestId),
}

/** What ties requests together: merging, splitting, links, parent and parts. */
export const tiesModule: Module = { name: 'ties', audience: tieAudience, projections }

export { tieReversals } from './reversals.ts'
export { tieHandlers } from './routes.ts'
