import type { Comment, Marks, Message, Task } from '@care/contract'
import type { EndReason } from '@care/domain'
import type { WrapUpEnd } from './wrap-up.ts'

interface OfActivity {
  activityId: string
  requestId: string
  customerId: string
}
interface OfMessage extends OfActivity {
  messageId: string
  seq: number
  operatorId: string | null
  queueId: string | null
  visitorId: string | null
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    'activity.queued': OfActivity & {
      queueId: string
      reason: 'new' | 'returned' | 'declined' | 'missed' | 'withdrawn' | 'answered' | 'undone' | 'transferred'
      version: number
    }
    'activity.ended': OfActivity & {
      queueId: string | null
      operatorId: string | null
      /** At whom it rang, as an offer or a transfer. */
      offeredToId: string | null
      visitorId: string | null
      reason: EndReason
      /** Its operator wraps it up until then and still has the task; null = all is done. */
      wrapUpUntil: number | null
      /** It waited for its time until then (a call back); missing = it did not. Epoch ms. */
      plannedFor?: number
      version: number
    }
    /** An end was undone of what had waited for its time: it does so again. */
    'activity.plannedAgain': OfActivity & { queueId: string | null; dueAt: number; version: number }
    /** The customer wrote on while it was wrapped up. */
    'activity.resumed': OfActivity & {
      queueId: string | null
      operatorId: string | null
      visitorId: string | null
      version: number
    }
    'wrapUp.extended': OfActivity & { operatorId: string; from: number; to: number; version: number }
    'wrapUp.ended': OfActivity & {
      queueId: string | null
      operatorId: string
      /** Null only where its type has no outcome that a person may give. */
      outcome: string | null
      /** Nobody chose it. */
      isDefault: boolean
      why: WrapUpEnd
      until: number
      version: number
    }
    'activity.tagged': OfActivity & { added: string[]; removed: string[]; version: number }
    'activity.moved': OfActivity & {
      fromRequestId: string
      fromNumber: number
      /** Another one than `toCustomerId` when it went to another customer. */
      fromCustomerId: string
      toCustomerId: string
      /** The move made the request it led to. */
      isNew: boolean
      toNumber: number
      operatorId: string | null
      version: number
    }
    'message.received': OfMessage
    'message.sent': OfMessage
    /** By its author, without its words: those of before are kept nowhere. */
    'message.edited': OfMessage
    'message.deleted': OfMessage
    /** Only told. */
    'message.marked': OfActivity & { marks: Marks; unread: number; operatorId: string | null; visitorId: string | null }
    /** `mentionIds`: colleagues whom it names; absent = nobody. */
    'comment.added': OfActivity & { commentId: string; operatorId: string | null; mentionIds?: string[] }
    /** Only told: the customer opened or left the widget. */
    'customer.here': OfActivity & { isHere: boolean; operatorId: string | null }
  }
}
export type ActivityEvent =
  | 'activity.queued'
  | 'activity.ended'
  | 'activity.plannedAgain'
  | 'activity.resumed'
  | 'wrapUp.extended'
  | 'wrapUp.ended'
  | 'activity.tagged'
  | 'activity.moved'
  | 'message.received'
  | 'message.sent'
  | 'message.edited'
  | 'message.deleted'
  | 'message.marked'
  | 'comment.added'
  | 'customer.here'

/** What travels with a message's push. */
export interface MessageCarry {
  message: Message
  /** The first public word of a person in this talk (rule 27). */
  isFirstAnswer: boolean
  task: Pick<Task, 'activityId' | 'unread' | 'waitingSince'> & { lastLine: NonNullable<Task['lastLine']> }
}
export interface ChangedCarry {
  message: Message
  /** Null when the row of the task list stays as it is. */
  task: Pick<Task, 'activityId' | 'lastLine' | 'waitingSince'> | null
}
export interface CommentCarry {
  comment: Comment
}
