import type { Permission, Viewer } from '@care/domain'

/** A signed-in operator. Satisfies the domain's Viewer. */
export interface OperatorActor extends Viewer {
  kind: 'operator'
  id: string
  name: string
  sessionId: string
  permissions: ReadonlySet<Permission>
  queueIds: ReadonlySet<string>
}
/** A visitor of the widget; he is one customer and nobody else. */
export interface VisitorActor {
  kind: 'visitor'
  id: string
  customerId: string
  siteId: string
  /** Marked as spam: reads, but nothing that he says is taken (rule 26). */
  isBlocked?: boolean
}
/** The product itself: sweeps, routing, start. */
export interface SystemActor {
  kind: 'system'
}
/** Somebody not signed in: sign-in, set-up, a new visitor. */
export interface NobodyActor {
  kind: 'nobody'
  address: string
}
export type Actor = OperatorActor | VisitorActor | SystemActor | NobodyActor

export const system: SystemActor = { kind: 'system' }
