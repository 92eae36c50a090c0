import type { Role } from '@care/domain'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'operator.created': { operatorId: string; role: Role; queueIds: string[] }
    'operator.edited': { operatorId: string; fields: string[] }
  }
}
export type OperatorEvent = 'operator.created' | 'operator.edited'
