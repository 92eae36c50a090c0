import type { CallOutcome } from '@care/domain/callbacks'

interface OfCallback {
  activityId: string
  requestId: string
  customerId: string
  queueId: string | null
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    /** It waits for its time, in no queue. `operatorId` had it in progress and has it no more. */
    'callback.planned': OfCallback & {
      dueAt: number
      why: 'asked' | 'byOperator' | 'missedCall' | 'moved' | 'again'
      operatorId: string | null
      version: number
    }
    'callback.tried': OfCallback & { number: number; outcome: CallOutcome; isGivenUp: boolean; version: number }
    'callback.cancelled': OfCallback & { by: 'customer' | 'operator'; version: number }
  }
}
export type CallbackEvent = 'callback.planned' | 'callback.tried' | 'callback.cancelled'
