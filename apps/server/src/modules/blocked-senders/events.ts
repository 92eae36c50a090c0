declare module '../../kernel/event.ts' {
  interface EventMap {
    /** By spam (`requestId`) or by hand; the address itself stands in the row (rule 47). */
    'sender.blocked': { requestId: string | null; customerId: string | null; blockIds: string[] }
    'sender.lifted': { requestId: string | null; customerId: string | null; blockIds: string[] }
  }
}
export type BlockedSenderEvent = 'sender.blocked' | 'sender.lifted'
