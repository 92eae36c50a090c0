import type { CustomerRef, Ref, RingingCall } from '@care/contract'
import { isTalkOver, shownName } from '@care/domain'
import { and, desc, eq, isNotNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { findChannel } from '../../channels/index.ts'
import { matchCustomer } from '../../customers/index.ts'
import { lineOfOperator, numberOf, phoneSystemOf } from '../store.ts'

interface Asked {
  callId: string
  /** As the exchange shows it: a number, or a colleague's line. */
  number: string
}

/**
 * Whose call an operator's softphone has: a colleague's, or a customer's, found by the number; and whether its task is his.
 * Reads by indexes only, since it rings meanwhile.
 */
export async function ringingCall(db: Reader, actor: OperatorActor, { callId, number }: Asked): Promise<RingingCall> {
  const { id: operatorId } = actor
  const none = { colleague: null, customer: null, task: 'none', activityId: null, holderLine: null } as const
  const channelId = await channelOfSoftphone(db, operatorId)
  if (channelId === null) return none
  const colleague = await colleagueAt(db, channelId, number)
  if (colleague) return { ...none, colleague }
  const channel = await findChannel(db, channelId)
  const system = channel && (await phoneSystemOf(db, channel))
  const customer =
    system && actor.permissions.has('customers.view') ? await customerOf(db, numberOf(number, system.country)) : null
  return { ...none, customer, ...(await taskOf(db, channelId, operatorId, callId)) }
}

/** The phone system that one's softphone is registered at: the first at which one has a password. */
async function channelOfSoftphone(db: Reader, operatorId: string): Promise<string | null> {
  const { phoneLines, channels } = db.t
  const [row] = await db
    .select({ channelId: phoneLines.channelId })
    .from(phoneLines)
    .innerJoin(channels, eq(channels.id, phoneLines.channelId))
    .where(and(eq(phoneLines.operatorId, operatorId), eq(channels.isOn, true), isNotNull(phoneLines.password)))
    .orderBy(channels.createdAt, channels.id)
    .limit(1)
  return row?.channelId ?? null
}

async function colleagueAt(db: Reader, channelId: string, userName: string): Promise<Ref | null> {
  const { phoneLines, operators } = db.t
  const [row] = await db
    .select({ id: operators.id, name: operators.name })
    .from(phoneLines)
    .innerJoin(operators, eq(operators.id, phoneLines.operatorId))
    .where(and(eq(phoneLines.channelId, channelId), eq(phoneLines.userName, userName)))
    .limit(1)
  return row ?? null
}

async function customerOf(db: Reader, number: string | null): Promise<CustomerRef | null> {
  if (number === null) return null
  const matched = await matchCustomer(db, [{ kind: 'phone', value: number, issuer: '', isProven: true }])
  if (matched.is !== 'known') return null
  const { customers } = db.t
  const [row] = await db.select().from(customers).where(eq(customers.id, matched.customerId))
  return row ? { id: row.id, name: shownName(row, ''), isVip: row.isVip } : null
}

type TaskOf = Pick<RingingCall, 'task' | 'activityId' | 'holderLine'>

async function taskOf(db: Reader, channelId: string, operatorId: string, callId: string): Promise<TaskOf> {
  const { phoneCalls, activities } = db.t
  const [row] = await db
    .select({ activity: activities, heard: phoneCalls.state })
    .from(phoneCalls)
    .innerJoin(activities, eq(activities.id, phoneCalls.activityId))
    .where(and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId)))
    .orderBy(desc(phoneCalls.createdAt))
    .limit(1)
  if (!row) return { task: 'none', activityId: null, holderLine: null }
  const { id: activityId, state, offeredToId, operatorId: holderId } = row.activity
  const isMine = state === 'offered' ? offeredToId === operatorId : holderId === operatorId
  if (isMine && (state === 'offered' || state === 'active')) return { task: 'mine', activityId, holderLine: null }
  const holder = state === 'active' ? await lineOfOperator(db, channelId, holderId) : null
  if (holder) return { task: 'passedOn', activityId, holderLine: holder.userName }
  const isTalk = row.heard === 'active' || row.heard === 'held'
  return { task: isTalk && !isTalkOver(state) ? 'waits' : 'over', activityId, holderLine: null }
}
