import type { Ref } from '@care/contract'
import type { AwayReason, ChosenPresence, GroupOver, OverflowOffer, ShownPresence } from '@care/domain'

interface OfTask {
  requestId: string
  activityId: string
  customerId: string
  operatorId: string
  queueId: string | null
  /** While it waits for a group. */
  groupId?: string
}
/** Why a task left its operator without being done. */
export type ReturnReason = 'byHand' | 'operatorOffline' | 'signedOut' | 'transferred' | 'undone'
/** `operatorId` has the task and keeps it, `toId` is asked. */
interface OfTransfer extends OfTask {
  toId: string
  version: number
}
/** Why an offer ended without the operator's doing. */
export type WithdrawReason = 'disconnected' | 'notAvailable' | 'byHand'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'offer.made': OfTask & { expiresAt: number }
    'offer.declined': OfTask
    'offer.missed': OfTask & { setAway: boolean }
    'offer.withdrawn': OfTask & { reason: WithdrawReason }
    'task.accepted': OfTask & {
      how: 'offer' | 'hand' | 'transfer' | 'undo' | 'assigned'
      waitedMs: number
      version: number
      /** Of an assigned one: who had it, null when it waited. */
      from?: string | null
    }
    'task.returned': OfTask & { reason: ReturnReason; version: number }
    /** To a group, or into another queue; `operatorId` had it, `fromQueueId` was its queue. */
    'task.transferred': OfTask & { fromQueueId: string | null; version: number }
    /** It waits for the group no more but for its whole queue. */
    'task.groupOver': Omit<OfTask, 'operatorId'> & { groupId: string; why: GroupOver; version: number }
    /** It waited longer than the limit of `fromQueueId`; it waits in `queueId` now, its customer is offered something else. */
    'task.overflowed': Omit<OfTask, 'operatorId'> & {
      queueId: string
      fromQueueId: string
      offer: OverflowOffer | null
      version: number
    }
    'transfer.offered': OfTransfer & { expiresAt: number }
    /** Of a call: he is talked to before he gets it. */
    'transfer.consulting': OfTransfer
    'transfer.accepted': OfTransfer
    'transfer.declined': OfTransfer
    'transfer.missed': OfTransfer
    'transfer.withdrawn': OfTransfer
    'presence.changed': {
      operatorId: string
      chosen: ChosenPresence
      awayReason: AwayReason | null
      shown: ShownPresence
      why: 'chosen' | 'connected' | 'offline' | 'signedOut' | 'missedOffers' | 'doNotDisturb' | 'byColleague'
    }
    /** Somebody waits longer than the queue promises, since then. */
    'queue.late': { queueId: string; lateSince: number }
    /** Nobody does any more. */
    'queue.inTime': { queueId: string }
    /** Only told. */
    'presence.setByOther': { operatorId: string; by: Ref; shown: ShownPresence }
  }
}
export type RoutingEvent =
  | 'offer.made'
  | 'offer.declined'
  | 'offer.missed'
  | 'offer.withdrawn'
  | 'task.accepted'
  | 'task.returned'
  | 'task.transferred'
  | 'task.groupOver'
  | 'task.overflowed'
  | 'transfer.offered'
  | 'transfer.consulting'
  | 'transfer.accepted'
  | 'transfer.declined'
  | 'transfer.missed'
  | 'transfer.withdrawn'
  | 'presence.changed'
  | 'queue.late'
  | 'queue.inTime'
  | 'presence.setByOther'
