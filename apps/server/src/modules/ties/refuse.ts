import { canChangeRequest, type TieProblem } from '@care/domain'
import type { Actor } from '../../kernel/actor.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import { type LoadedRequest, sees } from '../requests/index.ts'

/** A refusal that says what is in the way, in words that the desk knows. */
export const refused = (problem: TieProblem, more: Record<string, unknown> = {}): AppError =>
  new AppError('NOT_ALLOWED_NOW', `not possible: ${problem}`, { problem, ...more })

/** May the actor change the request? The system always may. */
export const mayChange = (actor: Actor, { request, holderIds }: LoadedRequest): boolean =>
  actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds })

/** What he may not see does not exist for him; what was merged away cannot be tied to anything. */
export function requireVisible(actor: Actor, found: LoadedRequest | null | undefined): LoadedRequest {
  if (!found || !sees(actor, found)) throw notFound('request')
  if (found.request.mergedIntoId !== null) throw refused('MERGED')
  return found
}
