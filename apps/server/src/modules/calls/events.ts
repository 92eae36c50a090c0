declare module '../../kernel/event.ts' {
  interface EventMap {
    /** By its operator, or because a colleague is asked. */
    'call.held': { activityId: string; requestId: string; customerId: string; isHeld: boolean; version: number }
    /** Only told: who sits where, what is muted or lost, how it stands. */
    'call.changed': {
      activityId: string
      visitorId: string | null
      /** Whose call it is or was until now. */
      operatorIds: string[]
      version: number
    }
  }
}
export type CallEventType = 'call.held' | 'call.changed'
