import type { Medium } from '@care/domain'
import { and, eq, exists, inArray, isNull, ne, notExists, or, sql, type SQL } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

/** Who has a line at the phone system whose caller waits: nobody else's phone rings, however long he waits. */
export interface LinesNeeded {
  channelId: string
  /** As administrators call the phone system. */
  name: string
  operatorIds: ReadonlySet<string>
}

/** Which activities `linesNeeded` would not keep from this operator, as a condition. */
export function ringsFor(db: Reader, operatorId: string): SQL | undefined {
  const { activities, phoneCalls, phoneLines, channels } = db.t
  const lineOf = (isHis: SQL | undefined) =>
    db
      .select({ one: sql`1` })
      .from(phoneLines)
      .where(and(eq(phoneLines.channelId, phoneCalls.channelId), isHis))
  const asked = db
    .select({ one: sql`1` })
    .from(phoneCalls)
    .innerJoin(channels, and(eq(channels.id, phoneCalls.channelId), isNull(channels.removedAt)))
    .where(
      and(
        eq(phoneCalls.activityId, activities.id),
        eq(phoneCalls.isAsked, true),
        exists(lineOf(undefined)),
        notExists(lineOf(eq(phoneLines.operatorId, operatorId))),
      ),
    )
  return or(ne(activities.medium, 'call'), notExists(asked))
}

/**
 * For each of these tasks that is a call which its phone system asks about (row K2), who has a line there. A phone system
 * with no line at all knows its operators in some other way, and needs none. Reads nothing where nobody calls.
 */
export async function linesNeeded(
  db: Reader,
  tasks: ReadonlyArray<{ id: string; medium: Medium }>,
): Promise<Map<string, LinesNeeded>> {
  const callIds = tasks.filter(({ medium }) => medium === 'call').map(({ id }) => id)
  if (callIds.length === 0) return new Map()
  const { phoneCalls, phoneLines, channels } = db.t
  const asked = await db
    .select({ activityId: phoneCalls.activityId, channelId: phoneCalls.channelId, name: channels.name })
    .from(phoneCalls)
    .innerJoin(channels, and(eq(channels.id, phoneCalls.channelId), isNull(channels.removedAt)))
    .where(and(inArray(phoneCalls.activityId, callIds), eq(phoneCalls.isAsked, true)))
  if (asked.length === 0) return new Map()
  const lines = await db
    .select({ channelId: phoneLines.channelId, operatorId: phoneLines.operatorId })
    .from(phoneLines)
    .where(inArray(phoneLines.channelId, [...new Set(asked.map(({ channelId }) => channelId))]))
  const byChannel = Map.groupBy(lines, ({ channelId }) => channelId)
  return new Map(
    asked.flatMap(({ activityId, channelId, name }) => {
      const operatorIds = new Set(byChannel.get(channelId)?.map(({ operatorId }) => operatorId))
      return activityId === null || operatorIds.size === 0
        ? []
        : [[activityId, { channelId, name, operatorIds }] as const]
    }),
  )
}
