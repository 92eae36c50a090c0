import type { Role } from '@care/domain'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'operator.created': { operatorId: string; role: Role; queueIds: string[] }
    /** `role` when that was changed. */
    'operator.edited': { operatorId: string; fields: string[]; role?: { from: Role; to: Role } }
    /** Others clear what he had: his sessions end, his desk is left, his notices go (their projections). */
    'operator.closed': { operatorId: string }
    'operator.reopened': { operatorId: string }
    /** Open to-dos and deals of a closed account go to a colleague. */
    'operator.succeeded': { operatorId: string; heirId: string }
    /** `keepSessionId`: of whoever gave himself another one. */
    'operator.passwordSet': { operatorId: string; keepSessionId: string | null }
  }
}
export type OperatorEvent =
  | 'operator.created'
  | 'operator.edited'
  | 'operator.closed'
  | 'operator.reopened'
  | 'operator.succeeded'
  | 'operator.passwordSet'
