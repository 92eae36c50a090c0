declare module '../../kernel/event.ts' {
  interface EventMap {
    'session.started': { operatorId: string; sessionId: string }
    'session.ended': { operatorId: string; sessionId: string; reason: 'signOut' | 'revoked' | 'expired' }
  }
}
export type AuthEvent = 'session.started' | 'session.ended'
