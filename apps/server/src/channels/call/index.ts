import type { Module } from '../../kernel/module.ts'
import { callListeners } from './audience.ts'

/** The widget’s side of a call in the browser (row K1). */
export const callChannel: Module = { name: 'channel:call', audience: callListeners }

export { callHandlers } from './routes.ts'
