import type { AuditKind } from '@care/contract'
import type { Kit } from '../dialect/column-kit.ts'

/** Who looked at what; changes are in the event log. Rows are only added. */
export const defineAudit = (k: Kit) => ({
  auditEntries: k.table(
    'audit_entries',
    {
      id: k.id('id').primaryKey(),
      at: k.instant('at').notNull(),
      operatorId: k.id('operator_id').notNull(),
      kind: k.text('kind').$type<AuditKind>().notNull(),
      /** What was looked at: of a recording, its call. */
      subjectId: k.id('subject_id').notNull(),
      requestId: k.id('request_id'),
      customerId: k.id('customer_id'),
      /** The same look has one name: what a browser asks for in pieces is one entry. */
      onceKey: k.id('once_key').notNull().unique(),
    },
    (t) => [k.index('audit_entries_at').on(t.at, t.id)],
  ),
})
