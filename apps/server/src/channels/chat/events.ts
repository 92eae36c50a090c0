declare module '../../kernel/event.ts' {
  interface EventMap {
    'chat.rated': {
      requestId: string
      activityId: string
      customerId: string
      operatorId: string | null
      visitorId: string
      score: number
    }
    'visitor.started': { customerId: string; visitorId: string; siteId: string }
  }
}
export type ChatEvent = 'chat.rated' | 'visitor.started'
