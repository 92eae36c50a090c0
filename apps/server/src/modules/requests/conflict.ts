import { and, desc, eq, inArray } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { RequestRecord } from './store.ts'

/** The refusal of an edit made on an old version: what it is now, who changed it last and when. */
export async function changedSince(
  ctx: Ctx,
  request: RequestRecord,
  version: number,
  fields: readonly string[],
): Promise<AppError> {
  const { events, operators } = ctx.tx.t
  const [last] = await ctx.tx
    .select({ at: events.at, actorKind: events.actorKind, name: operators.name })
    .from(events)
    .leftJoin(operators, eq(operators.id, events.actorId))
    .where(
      and(
        eq(events.requestId, request.id),
        inArray(events.type, [
          'request.edited',
          'request.assigned',
          'request.stageMoved',
          'request.typeChanged',
          'request.closed',
          'request.reopened',
          'request.keptOpen',
        ]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
  const row = request as Record<string, unknown>
  return new AppError('CONFLICT', 'the request was changed meanwhile', {
    yourVersion: version,
    currentVersion: request.version,
    changedBy: last?.name ?? null,
    changedAt: last?.at ?? null,
    current: Object.fromEntries(fields.map((name) => [name, row[name] ?? null])),
  })
}
