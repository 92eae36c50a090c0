import type { Module } from '../../kernel/module.ts'
import { figureAudience } from './audience.ts'
import { figureProjections } from './projections.ts'

/** Facts and what is computed from them: live queues, one's own numbers. */
export const figuresModule: Module = { name: 'figures', audience: figureAudience, projections: figureProjections }

export { liveBase, liveSnapshot, queueFigures, type Scope } from './queries/live-queues.ts'
export { figureHandlers } from './routes.ts'
export { scopeOf } from './scope.ts'
export { timeZoneKey } from './time-zone.ts'
