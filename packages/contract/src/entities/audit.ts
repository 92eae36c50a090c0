import { z } from 'zod'
import { id, instant, ref } from './common.ts'

/** What is written down: of those who only look, and of those who change accounts. */
export const auditKinds = [
  'recording.listened',
  'operator.added',
  'operator.edited',
  'operator.roleChanged',
  'operator.passwordSet',
  'operator.closed',
  'operator.reopened',
] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditEntry = z.object({
  id,
  at: instant,
  kind: z.enum(auditKinds),
  operator: ref,
  /** What was looked at: of a recording, its call; of an account, that. */
  subjectId: id,
  /** Whose account was changed. */
  account: ref.nullable(),
  request: z.object({ id, number: z.number() }).nullable(),
  customer: ref.nullable(),
})
export type AuditEntry = z.output<typeof auditEntry>
