import type { ConflictDetails } from '@care/contract'
import { and, desc, eq, isNull, like } from '../../db/drizzle.ts'
import { jsonField } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

interface Edited {
  kind: 'todo' | 'deal'
  id: string
  customerId: string
  requestId: string | null
  version: number
}

/** Refuses an edit on an old version: the values as they are now, who changed them last and when (rule 4). */
export async function refuseStale(
  ctx: Ctx,
  row: Edited,
  version: number,
  current: Record<string, unknown>,
): Promise<void> {
  if (row.version === version) return
  const { events, operators } = ctx.tx.t
  const [last] = await ctx.tx
    .select({ at: events.at, name: operators.name })
    .from(events)
    .leftJoin(operators, eq(operators.id, events.actorId))
    .where(
      and(
        row.requestId === null
          ? and(isNull(events.requestId), eq(events.customerId, row.customerId))
          : eq(events.requestId, row.requestId),
        like(events.type, `${row.kind}.%`),
        eq(jsonField(events.facts, `${row.kind}Id`), row.id),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
  const details: ConflictDetails = {
    currentVersion: row.version,
    changedBy: last?.name ?? null,
    changedAt: last?.at ?? null,
    current,
  }
  throw new AppError('CONFLICT', undefined, { ...details })
}
