import { canChangeFollowUp, type Owned } from '@care/domain/follow-ups'
import { and, eq, exists, isNull, or, type SQL } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { Actor, OperatorActor } from '../../kernel/actor.ts'
import { forbidden } from '../../kernel/app-error.ts'
import { findRequest, sees, visibleTo } from '../requests/index.ts'

type Table = Reader['t']['todos'] | Reader['t']['deals']

export const mayChange = (actor: Actor, row: Owned): boolean =>
  actor.kind === 'system' || (actor.kind === 'operator' && canChangeFollowUp(actor, row))

/**
 * Who sees a customer sees his to-dos and deals; those of a request only who sees the request, and always whose they are
 * and who made them. The twin of `maySee` for lists.
 */
export function visible(db: Reader, actor: OperatorActor, table: Table): SQL | undefined {
  if (actor.permissions.has('requests.viewAll')) return undefined
  const { requests } = db.t
  const ofHis = db
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.id, table.requestId), visibleTo(db, actor)))
  return or(isNull(table.requestId), eq(table.ownerId, actor.id), eq(table.createdById, actor.id), exists(ofHis))
}

export async function maySee(db: Reader, actor: Actor, row: Owned & { requestId: string | null }): Promise<boolean> {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'operator' || !actor.permissions.has('customers.view')) return false
  if (row.requestId === null || row.ownerId === actor.id || row.createdById === actor.id) return true
  const request = await findRequest(db, row.requestId)
  return request !== null && sees(actor, request)
}

/** Whose list a query is about; null = everybody's. Lists of others need a right; a customer's are shown to who sees him. */
export function listOwner(
  actor: OperatorActor,
  {
    owner,
    customerId,
    requestId,
  }: { owner?: string | undefined; customerId?: string | undefined; requestId?: string | undefined },
): string | null {
  const isOfSubject = customerId !== undefined || requestId !== undefined
  if (owner === undefined) return isOfSubject ? null : actor.id
  if (owner === 'me' || owner === actor.id) return actor.id
  if (!isOfSubject && !actor.permissions.has('followUps.viewAll')) throw forbidden('needs followUps.viewAll')
  return owner === 'all' ? null : owner
}
