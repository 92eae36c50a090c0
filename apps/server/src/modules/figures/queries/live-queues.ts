import type { LiveOperatorRow, LiveParts, LiveQueueRow } from '@care/contract'
import {
  type Capacity,
  capacityFor,
  defaultCapacity,
  type HeldTask,
  hasRoom,
  loadByMedium,
  localSlot,
  media,
  mediumIds,
  takesOffers,
} from '@care/domain'
import { and, asc, eq, gt, inArray, or, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import { mayHandleTasks, neverHere, shownNow } from '../../routing/index.ts'
import { workspaceTimeZone } from '../time-zone.ts'
import { waitingWork } from './waiting-work.ts'

/** Which queues somebody watches; null = all. */
export type Scope = readonly string[] | null

/** Each queue with its counters: a few rows of it, however much there is and was. */
const queueRows = prepared('live_queues', (db: Reader) => {
  const { queues, queueLoads, queueDays } = db.t
  return (
    db
      .select({
        queue: queues,
        load: queueLoads,
        day: queueDays,
        oldestAt: sql<number | null>`(select min(a.eligible_since) from activities a
        where a.queue_id = ${queues.id} and a.state in ('waiting', 'offered'))`.mapWith(Number),
      })
      .from(queues)
      .leftJoin(queueLoads, eq(queueLoads.queueId, queues.id))
      .leftJoin(queueDays, and(eq(queueDays.queueId, queues.id), eq(queueDays.day, sql.placeholder('day'))))
      // An archived one only while something stands in it all the same.
      .where(or(eq(queues.isActive, true), gt(queueLoads.waiting, 0), gt(queueLoads.inProgress, 0)))
      .orderBy(asc(queues.name), asc(queues.id))
  )
})

const peopleRows = prepared('live_people', (db: Reader) => {
  const { operators, presence } = db.t
  return db
    .select({
      id: operators.id,
      name: operators.name,
      role: operators.role,
      skills: operators.skills,
      capacity: operators.capacity,
      presence,
    })
    .from(operators)
    .leftJoin(presence, eq(presence.operatorId, operators.id))
    .where(eq(operators.isActive, true))
    .orderBy(asc(operators.name), asc(operators.id))
})
const memberRows = prepared('live_members', (db: Reader) =>
  db.select().from(db.t.queueMembers).orderBy(asc(db.t.queueMembers.operatorId), asc(db.t.queueMembers.queueId)),
)
const heldRows = prepared('live_held', (db: Reader) => {
  const { activities, requests } = db.t
  return db
    .select({
      operatorId: activities.operatorId,
      offeredToId: activities.offeredToId,
      medium: activities.medium,
      state: activities.state,
      lastCustomerMessageAt: activities.lastCustomerMessageAt,
      acceptedAt: activities.acceptedAt,
      snoozedUntil: requests.snoozedUntil,
    })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .where(inArray(activities.state, ['offered', 'active', 'wrapUp']))
})

/** The figures of all queues: O(queues), and none of it counted anew (ADR 0017). */
export async function queueFigures(db: Reader, now: number): Promise<LiveQueueRow[]> {
  const { day } = localSlot(now, await workspaceTimeZone(db))
  const rows = await queueRows(db, { day })
  return rows.map(({ queue, load, day: waits, oldestAt }) => ({
    id: queue.id,
    name: queue.name,
    waiting: load?.waiting ?? 0,
    oldestAt,
    inProgress: load?.inProgress ?? 0,
    today: {
      accepted: waits?.accepted ?? 0,
      acceptedInTime: waits?.acceptedInTime ?? 0,
      abandoned: waits?.abandoned ?? 0,
      shortAbandoned: waits?.shortAbandoned ?? 0,
    },
    targets: {
      serviceLevelSeconds: queue.serviceLevelSeconds,
      serviceLevelPercent: queue.serviceLevelPercent,
      maxWaitSeconds: queue.maxWaitSeconds,
    },
  }))
}

/** Everybody who is offered work of some queue, with what he is and has. */
async function liveOperators(db: Reader, now: number): Promise<LiveOperatorRow[]> {
  const [people, members, held] = await Promise.all([peopleRows(db, {}), memberRows(db, {}), heldRows(db, {})])
  const queuesOf = new Map<string, string[]>()
  for (const { operatorId, queueId } of members)
    queuesOf.set(operatorId, [...(queuesOf.get(operatorId) ?? []), queueId])
  const tasksOf = new Map<string, HeldTask[]>()
  for (const { operatorId, offeredToId, snoozedUntil, ...task } of held) {
    const holder = task.state === 'offered' ? offeredToId : operatorId
    if (holder === null) continue
    const tasks = tasksOf.get(holder) ?? []
    tasks.push({ ...task, isSnoozed: snoozedUntil !== null })
    tasksOf.set(holder, tasks)
  }
  return people.flatMap(({ id, name, role, skills, capacity, presence }) => {
    const queueIds = queuesOf.get(id)
    if (!queueIds || !mayHandleTasks(role)) return []
    const row = presence ?? neverHere(id, 0)
    const tasks = tasksOf.get(id) ?? []
    const shown = shownNow(row, now)
    return {
      id,
      name,
      shown,
      awayReason: row.awayReason,
      isDoNotDisturb: (row.dndSince ?? null) !== null,
      since: row.since,
      queueIds,
      skills,
      isFree: takesOffers(row) && hasSomeRoom(capacity, tasks, now),
      load: loadOf(capacity, tasks, now),
    }
  })
}

const liveMedia = mediumIds.filter((medium) => media[medium].isLive)
const hasSomeRoom = (capacity: Capacity, tasks: readonly HeldTask[], now: number): boolean =>
  liveMedia.some((medium) => hasRoom(capacity, tasks, medium, now))

/** Media of which he has any, chats always: the rest would only be noise. */
function loadOf(capacity: Capacity, tasks: readonly HeldTask[], now: number): LiveOperatorRow['load'] {
  const taken = loadByMedium(tasks, now)
  return mediumIds.flatMap((medium) => {
    const places = capacityFor({ ...defaultCapacity, ...capacity }, medium)
    return taken[medium] > 0 || (medium === 'chat' && places > 0) ? [{ medium, taken: taken[medium], places }] : []
  })
}

/** All that the live queues show of all queues; what waits is read for each scope. */
export const liveBase = async (db: Reader, now: number): Promise<Pick<LiveParts, 'queues' | 'operators'>> => ({
  queues: await queueFigures(db, now),
  operators: await liveOperators(db, now),
})

/** What somebody sees who watches these queues. */
export async function liveSnapshot(
  db: Reader,
  scope: Scope,
  now: number,
  base?: Pick<LiveParts, 'queues' | 'operators'>,
): Promise<LiveParts> {
  const { queues, operators } = base ?? (await liveBase(db, now))
  const isSeen = (queueId: string): boolean => scope === null || scope.includes(queueId)
  const seen = queues.filter(({ id }) => isSeen(id))
  return {
    at: now,
    queues: seen,
    operators: scope === null ? operators : operators.filter(({ queueIds }) => queueIds.some(isSeen)),
    waiting: await waitingWork(
      db,
      scope,
      seen.reduce((sum, { waiting }) => sum + waiting, 0),
    ),
  }
}
