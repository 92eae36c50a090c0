import type { Ref, Task } from '@care/contract'
import { and, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { taskRows } from './task-rows.ts'

const most = 200

/** What colleagues hand over, what rings at the operator, then what he has in progress. */
export async function myTasks(db: Reader, operatorId: string): Promise<Task[]> {
  const { activities } = db.t
  const ringing = await taskRows(db, and(eq(activities.offeredToId, operatorId), eq(activities.state, 'offered')), most)
  const inProgress = await taskRows(
    db,
    and(eq(activities.operatorId, operatorId), inArray(activities.state, ['active', 'wrapUp'])),
    most,
  )
  const handedOver = await transfersTo(db, operatorId)
  const offered = await withReasons(db, ringing)
  return [...handedOver, ...offered, ...inProgress.map((row) => row.task)].slice(0, most)
}

type Rows = Awaited<ReturnType<typeof taskRows>>

/** Of what was handed to a group or a queue, who did and why: whoever it rings at reads that first (row T6). */
async function withReasons(db: Reader, rows: Rows): Promise<Task[]> {
  const names = await namesOf(
    db,
    rows.flatMap(({ place }) => place.handedById ?? []),
  )
  return rows.map(({ place, task }) => {
    const from = names.get(place.handedById ?? '')
    if (!task.offer || !from) return task
    return { ...task, offer: { ...task.offer, transfer: { from, reason: place.transferReason ?? '', isWarm: false } } }
  })
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Ref>> {
  const { operators } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Tasks of colleagues that the operator is asked to take over, as offers (rule 24). */
async function transfersTo(db: Reader, operatorId: string): Promise<Task[]> {
  const { activities } = db.t
  const rows = await taskRows(db, and(eq(activities.transferToId, operatorId), eq(activities.state, 'active')), most)
  const holders = await namesOf(
    db,
    rows.flatMap(({ place }) => place.operatorId ?? []),
  )
  return rows.flatMap(({ place, task }) => {
    const { transferAt: offeredAt, transferExpiresAt: expiresAt, transferReason: reason } = place
    const from = holders.get(place.operatorId ?? '')
    if (offeredAt === null || expiresAt === null || !from) return []
    const offer = {
      offeredAt,
      expiresAt,
      isNewRequest: false,
      transfer: { from, reason: reason ?? '', isWarm: place.transferIsWarm },
    }
    return { ...task, state: 'offered' as const, operatorId: null, transferTo: null, offer }
  })
}

/** One activity as work; null when it does not exist. */
export async function taskById(db: Reader, activityId: string): Promise<Task | null> {
  const [row] = await taskRows(db, eq(db.t.activities.id, activityId), 1)
  return row?.task ?? null
}
