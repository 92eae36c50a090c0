import type { Handlers } from '../../kernel/handler.ts'
import { listAudit } from './queries/list-audit.ts'

export const auditHandlers: Handlers<'listAudit'> = {
  listAudit: ({ query }, { store }) => listAudit(store.read, query),
}
