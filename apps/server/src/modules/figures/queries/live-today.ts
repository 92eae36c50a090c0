import type { LiveToday } from '@care/contract'
import { localSlot } from '@care/domain'
import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { workspaceTimeZone } from '../time-zone.ts'
import type { Scope } from './live-queues.ts'

/** How the day went so far in these queues, for the two charts: at most 48 slots for each queue and medium. */
export async function liveToday(db: Reader, scope: Scope, now: number): Promise<LiveToday> {
  const { queueSlots, queues } = db.t
  const timeZone = await workspaceTimeZone(db)
  const { day } = localSlot(now, timeZone)
  const inScope = (column: typeof queueSlots.queueId | typeof queues.id) =>
    scope === null ? undefined : inArray(column, [...scope])
  const rows = await db
    .select()
    .from(queueSlots)
    .where(and(eq(queueSlots.day, day), inScope(queueSlots.queueId)))
    .orderBy(asc(queueSlots.slot))
  const targets = await db.select({ percent: queues.serviceLevelPercent }).from(queues).where(inScope(queues.id))
  const slots = new Map<number, LiveToday['slots'][number]>()
  const arrivals = new Map<string, LiveToday['arrivals'][number]>()
  for (const row of rows) {
    const { slot, medium } = row
    const sum = slots.get(slot) ?? { slot, accepted: 0, acceptedInTime: 0, abandoned: 0, shortAbandoned: 0 }
    for (const key of ['accepted', 'acceptedInTime', 'abandoned', 'shortAbandoned'] as const) sum[key] += row[key]
    slots.set(slot, sum)
    if (row.arrived === 0) continue
    const hour = Math.floor(slot / 2)
    const arrived = arrivals.get(`${hour} ${medium}`) ?? { hour, medium, count: 0 }
    arrived.count += row.arrived
    arrivals.set(`${hour} ${medium}`, arrived)
  }
  const percents = targets.map(({ percent }) => percent)
  return {
    at: now,
    timeZone,
    day,
    targetPercent:
      percents.length === 0 ? 0 : Math.round(percents.reduce((sum, percent) => sum + percent, 0) / percents.length),
    slots: [...slots.values()].filter(({ accepted, abandoned }) => accepted + abandoned > 0),
    arrivals: [...arrivals.values()],
  }
}
