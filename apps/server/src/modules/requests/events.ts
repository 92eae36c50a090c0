import type { StageCategory } from '@care/domain'

interface OfRequest {
  requestId: string
  customerId: string
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    'request.created': OfRequest & {
      number: number
      queueId: string | null
      assigneeId: string | null
      previousId: string | null
      version: number
    }
    /** Old and new value of each field; of what was written only that it changed, the words stand in `request_texts`. */
    'request.edited': OfRequest & { fields: Record<string, { from: unknown; to: unknown }>; version: number }
    'request.stageMoved': OfRequest & {
      from: string
      to: string
      fromCategory: StageCategory
      toCategory: StageCategory
      stageMs: number
      version: number
    }
    /** Another type, and the stage of it that stands for the one before. */
    'request.typeChanged': OfRequest & {
      fromType: string
      toType: string
      from: string
      to: string
      fromCategory: StageCategory
      toCategory: StageCategory
      stageMs: number
      version: number
    }
    'request.followed': OfRequest & { operatorId: string }
    'request.unfollowed': OfRequest & { operatorId: string }
    'request.assigned': OfRequest & { from: string | null; to: string | null; version: number }
    'request.closed': OfRequest & {
      outcome: string
      isAutomatic: boolean
      lastUpdateAt: number
      asksRating: boolean
      /** The snooze that the closing ended; an undo puts it back. */
      snoozed?: { until: number; byId: string | null } | null
      stageMs: number
      from: string
      version: number
    }
    'request.reopened': OfRequest & { from: string; to: string; version: number }
    'request.keptOpen': OfRequest & { version: number }
    'request.snoozed': OfRequest & { until: number; wakesOnAnswer: boolean; version: number }
    'request.woke': OfRequest & {
      why: 'time' | 'answer' | 'byHand'
      snoozedById: string | null
      assigneeId: string | null
      version: number
    }
  }
}
export type RequestEvent =
  | 'request.created'
  | 'request.edited'
  | 'request.stageMoved'
  | 'request.typeChanged'
  | 'request.followed'
  | 'request.unfollowed'
  | 'request.assigned'
  | 'request.closed'
  | 'request.reopened'
  | 'request.keptOpen'
  | 'request.snoozed'
  | 'request.woke'
