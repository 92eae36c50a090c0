declare module '../../kernel/event.ts' {
  interface EventMap {
    /** `change` is the correlation of the events that were put back, `of` the command that had made them. */
    'change.undone': { requestId: string; customerId: string; change: string; of: string }
  }
}
export type UndoEvent = 'change.undone'
