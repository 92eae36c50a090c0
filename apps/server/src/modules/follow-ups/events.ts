import type { DealState } from '@care/domain/follow-ups'

/** With `requestId` it stands in the request's history. Ids and dates only, never words (rule 47). */
interface OfCustomer {
  customerId: string
  requestId: string | null
}
interface OfTodo extends OfCustomer {
  todoId: string
  ownerId: string
}
interface OfDeal extends OfCustomer {
  dealId: string
  ownerId: string
}
/** Old and new value of each field; of title and note only that they changed. */
type Fields = Record<string, { from: unknown; to: unknown }>

declare module '../../kernel/event.ts' {
  interface EventMap {
    'todo.added': OfTodo & { version: number }
    'todo.edited': OfTodo & { previousOwnerId: string; fields: Fields; version: number }
    'todo.done': OfTodo & { remindAt: number | null; ringsSince: number | null; version: number }
    'todo.undone': OfTodo & { version: number }
    /** The reminder of `ownerId` rings now: exactly once for each time that was set. */
    'todo.due': OfTodo & { dueAt: number | null }
    /** Told only. */
    'todo.seen': OfTodo
    'todo.deleted': OfTodo & { remindAt: number | null; ringsSince: number | null; version: number }
    'todo.restored': OfTodo & { version: number }
    'todo.purged': { todoId: string }
    'deal.added': OfDeal & { stage: string; amount: number; currency: string; version: number }
    'deal.edited': OfDeal & { previousOwnerId: string; fields: Fields; version: number }
    'deal.stageMoved': OfDeal & { from: string; to: string; state: DealState; version: number }
    'deal.deleted': OfDeal & { version: number }
    'deal.restored': OfDeal & { version: number }
    'deal.purged': { dealId: string }
    'dealStages.edited': { keys: string[] }
  }
}
export type FollowUpEvent =
  | 'todo.added'
  | 'todo.edited'
  | 'todo.done'
  | 'todo.undone'
  | 'todo.due'
  | 'todo.seen'
  | 'todo.deleted'
  | 'todo.restored'
  | 'todo.purged'
  | 'deal.added'
  | 'deal.edited'
  | 'deal.stageMoved'
  | 'deal.deleted'
  | 'deal.restored'
  | 'deal.purged'
  | 'dealStages.edited'
