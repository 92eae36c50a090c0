import type { Medium } from '@care/domain'
import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { type LinesNeeded, linesNeeded } from './lines-needed.ts'
import { declineRestMs, roundOf } from './offers.ts'
import { behind, compareWaiting, inOrder, type Place } from './order.ts'
import type { ActivityRecord } from './store.ts'

/** What routing reads of a waiting activity: without its texts, because thousands may wait. */
export type WaitingActivity = WaitingRow & { lines: LinesNeeded | null }
type WaitingRow = Pick<ActivityRecord, keyof ReturnType<typeof columns>>
const columns = ({ t: { activities } }: Reader) => ({
  id: activities.id,
  requestId: activities.requestId,
  queueId: activities.queueId,
  groupId: activities.groupId,
  medium: activities.medium,
  skills: activities.skills,
  priorityRank: activities.priorityRank,
  vipRank: activities.vipRank,
  eligibleSince: activities.eligibleSince,
  startedAt: activities.startedAt,
  offerRound: activities.offerRound,
  lastCustomerMessageAt: activities.lastCustomerMessageAt,
})

/** A waiting task with what decides who is rung. */
export interface WaitingTask {
  activity: WaitingActivity
  queueId: string
  /** Who had the request last: he knows it (rule 12). */
  knowsIt: string | null
  /** Who let it go in this round, in the order of their last doing so. */
  tried: Set<string>
  /** Who has just declined it or given it back: not rung for it again yet, even when nobody else is left. */
  resting: Set<string>
}

interface Wanted {
  queueIds: readonly string[]
  media: readonly Medium[]
  from: Place | null
  limit: number
  now: number
  /** Whether somebody could take it at all; of what nobody could, no more is read. */
  isPossible: (activity: WaitingActivity) => boolean
}

/** The next tasks of these queues that somebody could take, behind `from`, in the order of rule 13; and where to go on. */
export async function waitingWork(db: Reader, wanted: Wanted): Promise<{ tasks: WaitingTask[]; next: Place | null }> {
  const page = await nextPage(db, wanted)
  const next = page.length < wanted.limit ? null : (page.at(-1) ?? null)
  const lines = await linesNeeded(db, page)
  const possible = page.map((row) => ({ ...row, lines: lines.get(row.id) ?? null })).filter(wanted.isPossible)
  if (possible.length === 0) return { tasks: [], next }
  const knowers = await lastOperators(db, possible)
  const tried = await triedFor(db, possible, wanted.now)
  const tasks = possible.flatMap((activity) => {
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
  return { tasks, next }
}

async function nextPage(db: Reader, { queueIds, media, from, limit }: Wanted): Promise<WaitingRow[]> {
  const { activities } = db.t
  const found: WaitingRow[] = []
  for (const queueId of queueIds) {
    const rows = await db
      .select(columns(db))
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
  return found.toSorted(compareWaiting).slice(0, limit)
}

async function lastOperators(db: Reader, tasks: readonly WaitingRow[]): Promise<Map<string, string | null>> {
  const { requests } = db.t
  const rows = await db
    .select({ id: requests.id, lastOperatorId: requests.lastOperatorId })
    .from(requests)
    .where(inArray(requests.id, [...new Set(tasks.map((task) => task.requestId))]))
  return new Map(rows.map((row) => [row.id, row.lastOperatorId]))
}

async function triedFor(db: Reader, tasks: readonly WaitingRow[], now: number) {
  const { offers } = db.t
  const rounds = new Map(tasks.map((task) => [task.id, roundOf(task)]))
  const rows = await db
    .select()
    .from(offers)
    .where(
      and(inArray(offers.activityId, [...rounds.keys()]), inArray(offers.result, ['declined', 'missed', 'returned'])),
    )
    .orderBy(offers.closedAt)
  const tried = new Map<string, { all: Set<string>; resting: Set<string> }>()
  for (const offer of rows) {
    if (offer.round !== rounds.get(offer.activityId)) continue
    const entry = tried.get(offer.activityId) ?? { all: new Set(), resting: new Set() }
    entry.all.delete(offer.operatorId)
    entry.all.add(offer.operatorId)
    if (offer.result !== 'missed' && (offer.closedAt ?? 0) + declineRestMs > now) entry.resting.add(offer.operatorId)
    tried.set(offer.activityId, entry)
  }
  return tried
}
