import type { OperatorActor } from '../../kernel/actor.ts'
import type { Scope } from './queries/live-queues.ts'

/** Which queues somebody may watch: his own, all with requests.viewAll. */
export const scopeOf = (actor: OperatorActor): Scope =>
  actor.permissions.has('requests.viewAll') ? null : [...actor.queueIds].toSorted()
