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
    /** His site's signature came in a browser; `isFirst`: for the first time at all. */
    'visitor.identified': { customerId: string; visitorId: string; siteId: string; keyId: string; isFirst: boolean }
    'visitor.signedOut': { customerId: string; visitorId: string; siteId: string }
  }
}
export type ChatEvent = 'chat.rated' | 'visitor.started' | 'visitor.identified' | 'visitor.signedOut'
