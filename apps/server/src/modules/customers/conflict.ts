import type { ConflictDetails } from '@care/contract'
import { and, desc, eq, isNull, like } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { CustomerField } from './events.ts'
import { type LoadedCustomer, valuesOf } from './store.ts'

/** The refusal of an edit made on an old version: what the wanted fields are now, who changed last and when (rule 4). */
export async function changedSince(
  ctx: Ctx,
  loaded: LoadedCustomer,
  wanted: readonly CustomerField[],
): Promise<AppError> {
  const { events, operators } = ctx.tx.t
  const { row } = loaded
  const [last] = await ctx.tx
    .select({ at: events.at, actorKind: events.actorKind, operatorName: operators.name })
    .from(events)
    .leftJoin(operators, eq(operators.id, events.actorId))
    // To-dos and deals of his stand in the same part of the log.
    .where(and(isNull(events.requestId), eq(events.customerId, row.id), like(events.type, 'customer.%')))
    .orderBy(desc(events.seq))
    .limit(1)
  const values = valuesOf(loaded)
  const details: ConflictDetails = {
    currentVersion: row.version,
    changedBy: last?.actorKind === 'customer' ? row.name : (last?.operatorName ?? null),
    changedAt: last?.at ?? null,
    current: Object.fromEntries(wanted.map((field) => [field, values[field]])),
  }
  return new AppError('CONFLICT', 'the customer was changed meanwhile', { ...details })
}
