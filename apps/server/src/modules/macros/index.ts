import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'

/** Several actions in one click, own and shared (row A7). */
export const macrosModule: Module = { name: 'macros', audience }

export { purgeMacro } from './commands/keep-macro.ts'
export { macroHandlers } from './routes.ts'
