import type { Module } from '../../kernel/module.ts'
import type { Audience } from '../../kernel/module.ts'
import type { UndoEvent } from './events.ts'

/** Takes back what somebody has just done. */
export const undoModule: Module = {
  name: 'undo',
  // What was put back tells for itself.
  audience: { 'change.undone': () => [] } satisfies Audience<UndoEvent>,
}

export { undoChange } from './commands/undo-change.ts'
export { undoHandlers } from './routes.ts'
