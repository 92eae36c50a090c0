import type { ConflictDetails } from '@care/contract'
import { and, desc, eq, gt } from '../../db/drizzle.ts'
import { jsonField } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

/** An edited row: the event that tells of its edits, and the fact in it that names the row. */
export interface Edited {
  type:
    | 'queue.edited'
    | 'channel.edited'
    | 'site.edited'
    | 'requestType.edited'
    | 'operator.edited'
    | 'quickReply.edited'
    | 'location.edited'
    | 'view.edited'
    | 'macro.edited'
    | 'group.edited'
  id:
    | { locationId: string }
    | { queueId: string }
    | { channelId: string }
    | { groupId: string }
    | { siteId: string }
    | { typeId: string }
    | { operatorId: string }
    | { quickReplyId: string }
    | { viewId: string }
    | { macroId: string }
}

/** Refuses an edit on an old version: the values as they are now, who changed them last and when (rule 4). */
export async function refuseStale(
  ctx: Ctx,
  edited: Edited,
  row: { version: number } & Record<string, unknown>,
  version: number,
  wanted: Record<string, unknown>,
): Promise<void> {
  if (row.version === version) return
  const last = await lastEdit(ctx, edited)
  const details: ConflictDetails = {
    currentVersion: row.version,
    changedBy: last?.name ?? null,
    changedAt: last?.at ?? null,
    current: Object.fromEntries(Object.keys(wanted).map((key) => [key, row[key] ?? null])),
  }
  throw new AppError('CONFLICT', undefined, { ...details })
}

/**
 * Settings have no index in the log: their edits are few and the log is long. Who is overtaken was looking at a form, so
 * the edit is among the newest events; behind them nobody is named.
 */
const newestEvents = 50_000

async function lastEdit(ctx: Ctx, { type, id }: Edited): Promise<{ at: number; name: string | null } | null> {
  const { events, operators } = ctx.tx.t
  const [newest] = await ctx.tx.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1)
  const [[key, value] = ['', '']] = Object.entries(id)
  const [last] = await ctx.tx
    .select({ at: events.at, name: operators.name })
    .from(events)
    .leftJoin(operators, eq(operators.id, events.actorId))
    .where(
      and(
        gt(events.seq, (newest?.seq ?? 0) - newestEvents),
        eq(events.type, type),
        eq(jsonField(events.facts, key), value),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
  return last ?? null
}
