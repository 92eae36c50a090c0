import type { Callback } from '@care/contract'
import { canChangeActivity, isTalkOver } from '@care/domain'
import { callbackTriesMost } from '@care/domain/callbacks'
import { asc, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { visibleActivity } from '../../activities/index.ts'
import { shownPhone } from '../../customers/index.ts'
import { mayChange } from '../rights.ts'
import { callbackOf } from '../store.ts'

/** One call back as the desktop shows it. NOT_FOUND also when the operator may not see its request. */
export async function callbackDetails(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  activityId: string,
): Promise<Callback> {
  const { loaded, request } = await visibleActivity({ store }, actor, activityId)
  const row = await callbackOf(store.read, activityId)
  if (!row) throw notFound('call back')
  const { activity } = loaded
  const may = mayChange(actor, { loaded, holders: request }) && actor.permissions.has('requests.edit')
  return {
    activityId,
    requestId: activity.requestId,
    state: activity.state,
    phone: row.phone,
    shownPhone: shownPhone(row.phone),
    origin: row.origin,
    note: row.note,
    slot: { from: row.slotFrom, to: row.slotTo },
    timeZone: row.timeZone,
    dueAt: row.dueAt,
    attempts: await attemptsOf(store.read, activityId),
    triesMost: callbackTriesMost,
    cancelledAt: row.cancelledAt,
    cancelledBy: row.cancelledBy,
    version: activity.version,
    abilities: {
      note: activity.state === 'active' && canChangeActivity(actor, activity) && actor.permissions.has('tasks.handle'),
      move: may && (activity.state === 'planned' || activity.state === 'waiting'),
      cancel: may && !isTalkOver(activity.state),
    },
  }
}

async function attemptsOf(db: Reader, activityId: string): Promise<Callback['attempts']> {
  const { callbackAttempts: t, operators } = db.t
  const rows = await db
    .select({ row: t, name: operators.name })
    .from(t)
    .leftJoin(operators, eq(operators.id, t.operatorId))
    .where(eq(t.activityId, activityId))
    .orderBy(asc(t.number))
  return rows.map(({ row: { number, operatorId, outcome, note, at, nextTryAt }, name }) => ({
    number,
    operator: { id: operatorId, name: name ?? '' },
    outcome,
    note,
    at,
    nextTryAt,
  }))
}
