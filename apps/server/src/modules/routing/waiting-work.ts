import type { Medium } from '@care/domain'
import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/store.ts'
import { declineRestMs, roundOf } from './offers.ts'
import { behind, compareWaiting, inOrder, type Place } from './order.ts'
import type { ActivityRecord } from './store.ts'

/** A waiting task with what decides who is rung. */
export interface WaitingTask {
  activity: ActivityRecord
  queueId: string
  /** Who had the request last: he knows it (rule 12). */
  knowsIt: string | null
  /** Who let it go in this round. */
  tried: Set<string>
  /** Who has just declined it or given it back: not rung for it again yet, even when nobody else is left. */
  resting: Set<string>
}

/** The next tasks of these queues that somebody could take, behind `from`, in the order of rule 13. */
export async function waitingWork(
  db: Reader,
  queueIds: readonly string[],
  media: readonly Medium[],
  from: Place | null,
  limit: number,
  now: number,
): Promise<WaitingTask[]> {
  const { activities } = db.t
  const found: ActivityRecord[] = []
  for (const queueId of queueIds) {
    const rows = await db
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.queueId, queueId),
          eq(activities.state, 'waiting'),
          inArray(activities.medium, [...media]),
          from === null ? undefined : behind(activities, from),
        ),
      )
      .orderBy(...inOrder(activities))
      .limit(limit)
    found.push(...rows)
  }
  const next = found.toSorted(compareWaiting).slice(0, limit)
  if (next.length === 0) return []
  const knowers = await lastOperators(db, next)
  const tried = await triedFor(db, next, now)
  return next.flatMap((activity) => {
    if (activity.queueId === null) return []
    const { all, resting } = tried.get(activity.id) ?? { all: new Set<string>(), resting: new Set<string>() }
    return {
      activity,
      queueId: activity.queueId,
      knowsIt: knowers.get(activity.requestId) ?? null,
      tried: all,
      resting,
    }
  })
}

async function lastOperators(db: Reader, tasks: readonly ActivityRecord[]): Promise<Map<string, string | null>> {
  const { requests } = db.t
  const rows = await db
    .select({ id: requests.id, lastOperatorId: requests.lastOperatorId })
    .from(requests)
    .where(inArray(requests.id, [...new Set(tasks.map((task) => task.requestId))]))
  return new Map(rows.map((row) => [row.id, row.lastOperatorId]))
}

async function triedFor(db: Reader, tasks: readonly ActivityRecord[], now: number) {
  const { offers } = db.t
  const rounds = new Map(tasks.map((task) => [task.id, roundOf(task)]))
  const rows = await db
    .select()
    .from(offers)
    .where(
      and(inArray(offers.activityId, [...rounds.keys()]), inArray(offers.result, ['declined', 'missed', 'returned'])),
    )
  const tried = new Map<string, { all: Set<string>; resting: Set<string> }>()
  for (const offer of rows) {
    if (offer.round !== rounds.get(offer.activityId)) continue
    const entry = tried.get(offer.activityId) ?? { all: new Set(), resting: new Set() }
    entry.all.add(offer.operatorId)
    if (offer.result !== 'missed' && (offer.closedAt ?? 0) + declineRestMs > now) entry.resting.add(offer.operatorId)
    tried.set(offer.activityId, entry)
  }
  return tried
}
