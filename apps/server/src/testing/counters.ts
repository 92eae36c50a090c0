import { and, count, eq, inArray, isNotNull, sql } from '../db/drizzle.ts'
import type { Store } from '../db/store.ts'

const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

/** What the database keeps counted of its queues beside what counting everything gives: the two must be equal. */
export async function countersOf({ read, t }: Store) {
  const { activities, facts, queueDays, queueLoads, queueSlots } = t
  const states = (wanted: ReadonlyArray<'waiting' | 'offered' | 'active' | 'wrapUp'>) =>
    read
      .select({ queueId: activities.queueId, rows: count() })
      .from(activities)
      .where(and(isNotNull(activities.queueId), inArray(activities.state, [...wanted])))
      .groupBy(activities.queueId)
  const [waiting, inProgress] = [await states(['waiting', 'offered']), await states(['active', 'wrapUp'])]
  const loads = await read.select().from(queueLoads)
  const of = (rows: typeof waiting, queueId: string): number => rows.find((row) => row.queueId === queueId)?.rows ?? 0
  const queueIds = [...new Set([...loads, ...waiting, ...inProgress].map(({ queueId }) => queueId ?? ''))]
  const isTrue = (condition: unknown) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number)
  const counted = {
    arrived: isTrue(eq(facts.kind, 'arrived')),
    accepted: isTrue(eq(facts.kind, 'accepted')),
    acceptedInTime: isTrue(and(eq(facts.kind, 'accepted'), eq(facts.isInTime, true))),
    abandoned: isTrue(eq(facts.kind, 'abandoned')),
    shortAbandoned: isTrue(and(eq(facts.kind, 'abandoned'), eq(facts.isShort, true))),
  }
  const ofQueues = inArray(facts.kind, ['arrived', 'accepted', 'abandoned'])
  const days = await read
    .select({ day: facts.day, queueId: facts.queueId, ...counted })
    .from(facts)
    .where(ofQueues)
    .groupBy(facts.day, facts.queueId)
  const slots = await read
    .select({ day: facts.day, slot: facts.slot, queueId: facts.queueId, medium: facts.medium, ...counted })
    .from(facts)
    .where(ofQueues)
    .groupBy(facts.day, facts.slot, facts.queueId, facts.medium)
  const dayKey = (row: { day: string; queueId: string | null }): string => `${row.day} ${row.queueId}`
  const slotKey = (row: { day: string; slot: number; queueId: string | null; medium: string | null }): string =>
    `${row.day} ${row.slot} ${row.queueId} ${row.medium}`
  return {
    kept: {
      loads: byKey(
        queueIds.map((queueId) => {
          const load = loads.find((row) => row.queueId === queueId)
          return { queueId, waiting: load?.waiting ?? 0, inProgress: load?.inProgress ?? 0 }
        }),
        (row) => row.queueId,
      ),
      days: byKey(await read.select().from(queueDays), dayKey),
      slots: byKey(await read.select().from(queueSlots), slotKey),
    },
    counted: {
      loads: byKey(
        queueIds.map((queueId) => ({ queueId, waiting: of(waiting, queueId), inProgress: of(inProgress, queueId) })),
        (row) => row.queueId,
      ),
      days: byKey(days, dayKey),
      slots: byKey(slots, slotKey),
    },
  }
}
