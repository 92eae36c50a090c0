import { z } from 'zod'
import { id, instant, ref } from './common.ts'

/** What is written down of those who only look. */
export const auditKinds = ['recording.listened'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditEntry = z.object({
  id,
  at: instant,
  kind: z.enum(auditKinds),
  operator: ref,
  /** What was looked at: of a recording, its call. */
  subjectId: id,
  request: z.object({ id, number: z.number() }).nullable(),
  customer: ref.nullable(),
})
export type AuditEntry = z.output<typeof auditEntry>
