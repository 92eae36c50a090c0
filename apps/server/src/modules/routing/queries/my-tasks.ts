import type { Task } from '@care/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { taskRows } from './task-rows.ts'

const most = 200

/** What rings at the operator, then what he has in progress. */
export async function myTasks(db: Reader, operatorId: string): Promise<Task[]> {
  const { activities } = db.t
  const ringing = await taskRows(db, and(eq(activities.offeredToId, operatorId), eq(activities.state, 'offered')), most)
  const inProgress = await taskRows(
    db,
    and(eq(activities.operatorId, operatorId), inArray(activities.state, ['active', 'wrapUp'])),
    most,
  )
  return [...ringing, ...inProgress].slice(0, most).map((row) => row.task)
}

/** One activity as work; null when it does not exist. */
export async function taskById(db: Reader, activityId: string): Promise<Task | null> {
  const [row] = await taskRows(db, eq(db.t.activities.id, activityId), 1)
  return row?.task ?? null
}
