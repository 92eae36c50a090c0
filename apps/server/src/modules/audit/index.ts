import type { Module } from '../../kernel/module.ts'
import { auditProjections } from './projections.ts'

/** Who looked at what, and who changed whose account. */
export const auditModule = { name: 'audit', projections: auditProjections } satisfies Module

export { noteLook } from './commands/note-look.ts'
export { auditHandlers } from './routes.ts'
