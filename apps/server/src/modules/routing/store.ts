import type { HeldTask } from '@care/domain'
import { and, eq, inArray, isNotNull, isNull, notInArray, type SQL } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { isAmong, listFor } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { forbidden, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

export type ActivityRecord = Reader['t']['activities']['$inferSelect']

/** Columns of an activity that nobody is asked to take over. */
export const notTransferred = {
  transferToId: null,
  transferAt: null,
  transferExpiresAt: null,
  transferReason: null,
  transferIsWarm: false,
} as const

/** Columns of an activity that rings at nobody. */
export const notOffered = { offeredToId: null, offeredAt: null, offerExpiresAt: null } as const

/** Columns of an activity that waits for no group, and that nobody has handed to one or to a queue. */
export const notHanded = { handedById: null, transferReason: null, groupId: null, groupUntil: null } as const

/** Columns of an activity whose wait is over: somebody has it. */
export const waitIsOver = { ...notHanded, overflowAt: null, overflowPath: [] as string[], overflowOffer: null }

const others: Array<ActivityRecord['state']> = ['planned', 'offered', 'active', 'wrapUp', 'ended']

/**
 * That it waits, said so that no index of the state is taken: beside a condition whose own index holds few rows, those of a
 * group or with a limit that is over.
 */
export const waitsNow = ({ state }: Reader['t']['activities']): SQL => notInArray(state, others)

export async function findActivity(db: Reader, activityId: string): Promise<ActivityRecord | null> {
  const { activities } = db.t
  const [row] = await db.select().from(activities).where(eq(activities.id, activityId))
  return row ?? null
}

export async function loadActivity(ctx: Ctx, activityId: string): Promise<ActivityRecord> {
  const row = await findActivity(ctx.tx, activityId)
  if (!row) throw notFound('activity')
  return row
}

/** Ids that an event about a task carries. */
export const aboutTask = (activity: ActivityRecord) => ({
  requestId: activity.requestId,
  activityId: activity.id,
  customerId: activity.customerId,
  queueId: activity.queueId,
  ...(activity.groupId === null ? {} : { groupId: activity.groupId }),
})

/** The operator who acts; a command of operators that is run by somebody else is a mistake of its caller. */
export function operatorOf(ctx: Ctx): OperatorActor {
  if (ctx.actor.kind !== 'operator') throw forbidden('only an operator can do this')
  return ctx.actor
}

/** That a colleague is being asked in this call: he has said yes and the call is not his yet (row K1). */
export const isConsulting = ({
  transferIsWarm,
  transferExpiresAt,
  state,
}: Reader['t']['activities']): SQL | undefined =>
  and(eq(state, 'active'), eq(transferIsWarm, true), isNull(transferExpiresAt))

const heldColumns = ({ t: { activities, requests } }: Reader) => ({
  snoozedUntil: requests.snoozedUntil,
  medium: activities.medium,
  state: activities.state,
  lastCustomerMessageAt: activities.lastCustomerMessageAt,
  acceptedAt: activities.acceptedAt,
})
const tasksInProgress = prepared('tasks_in_progress', (db) => {
  const { activities, requests } = db.t
  return db
    .select({ holderId: activities.operatorId, ...heldColumns(db) })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .where(and(isAmong(db, activities.operatorId, 'operators'), inArray(activities.state, ['active', 'wrapUp'])))
})
const tasksOffered = prepared('tasks_offered', (db) => {
  const { activities, requests } = db.t
  return (
    db
      .select({ holderId: activities.offeredToId, ...heldColumns(db) })
      .from(activities)
      .innerJoin(requests, eq(requests.id, activities.requestId))
      // Said, because the index has no others and a list does not tell either engine.
      .where(and(isNotNull(activities.offeredToId), isAmong(db, activities.offeredToId, 'operators')))
  )
})
/** Built at each call: with a list in one parameter SQLite would read everything that is in progress. */
function tasksConsulted(db: Reader, operatorIds: readonly string[]) {
  const { activities, requests } = db.t
  return db
    .select({ holderId: activities.transferToId, ...heldColumns(db) })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .where(and(inArray(activities.transferToId, [...operatorIds]), isConsulting(activities)))
}

/** What each of these operators has, is offered or is asked in, for capacity (rule 17). */
export async function heldTasks(db: Reader, operatorIds: readonly string[]): Promise<Map<string, HeldTask[]>> {
  const held = new Map<string, HeldTask[]>(operatorIds.map((id) => [id, []]))
  if (operatorIds.length === 0) return held
  const operators = listFor(db, operatorIds)
  const inProgress = await tasksInProgress(db, { operators })
  const offered = await tasksOffered(db, { operators })
  const consulted = await tasksConsulted(db, operatorIds)
  for (const { holderId, snoozedUntil, ...task } of [...inProgress, ...offered, ...consulted])
    if (holderId !== null) held.get(holderId)?.push({ ...task, isSnoozed: snoozedUntil !== null })
  return held
}
