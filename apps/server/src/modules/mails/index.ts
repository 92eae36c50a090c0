import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { projections } from './projections.ts'

/** What goes out by mail, in order and visible, until a sender takes it (row M5). */
export const mailsModule: Module = { name: 'mails', audience, projections }
export { mailHandlers } from './routes.ts'
