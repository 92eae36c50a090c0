export { noteLook } from './commands/note-look.ts'
export { auditHandlers } from './routes.ts'
