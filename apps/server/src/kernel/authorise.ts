import { AppError, forbidden } from './app-error.ts'
import type { Actor } from './actor.ts'
import type { Action, Command, Ctx } from './command.ts'

/** May this kind of actor try this action at all? */
export function mayTry(actor: Actor, action: Action): boolean {
  if (actor.kind === 'system') return true
  if (action === 'nobody') return true
  if (actor.kind === 'visitor') return action === 'visitor'
  if (actor.kind === 'nobody') return false
  if (action === 'visitor') return false
  return action === 'signedIn' || actor.permissions.has(action)
}

/** Runs between `load` and `run` of every command, so that no door can forget it. */
export function authorise<I, S, O>(command: Command<I, S, O>, ctx: Ctx, subject: S, input: I): void {
  if (ctx.actor.kind === 'system') return
  const actions = Array.isArray(command.action) ? (command.action as readonly Action[]) : [command.action as Action]
  if (!actions.some((action) => mayTry(ctx.actor, action))) {
    if (ctx.actor.kind === 'nobody') throw new AppError('NOT_SIGNED_IN')
    throw forbidden(`${command.name} needs ${actions.join(' or ')}`)
  }
  if (!command.allow(ctx, subject, input)) throw forbidden(`${command.name} is not allowed on this one`)
}
