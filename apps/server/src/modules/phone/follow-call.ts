import type { CallState } from '@care/domain'
import { isClear, type PhoneCall, settleCallMs, silentCallMs, stillOn } from '@care/domain/phone'
import { and, desc, eq, inArray, ne, notExists, or } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord, endActivityRow, loadActivity } from '../activities/index.ts'
import { callbackForMissedCall } from '../callbacks/index.ts'
import { followPhone } from '../calls/index.ts'
import { loadTask, taskAnsweredBy } from '../routing/index.ts'
import type {} from './events.ts'
import { openPhoneActivity } from './open-activity.ts'
import { oweRecording } from './recording.ts'
import { dialOf, lineOfAgent, numberOf, type PhoneCallRecord, type PhoneSystem } from './store.ts'

export interface Followed {
  system: PhoneSystem
  call: PhoneCallRecord
  told: PhoneCall
  /** Nothing more was heard for long enough: that all lines are gone is its end. */
  isFinal?: boolean
}

/**
 * Brings the desk to where the call is by all that was heard of it. Whoever has answered has its task (row K3); what nobody
 * answered is missed, and called back where the phone system's settings say so. A step of the command that heard it.
 */
export async function followCall(ctx: Ctx, heard: Followed): Promise<void> {
  const told = heard.isFinal ? heard.told : stillOn(heard.told)
  const isUnclear = !heard.isFinal && heard.call.activityId === null && !isClear(told)
  const followed = { ...heard, told, waitsForMore: isUnclear || told !== heard.told }
  const { system } = followed
  const call = await noteCall(ctx, followed)
  if (told.direction === 'internal') return
  const operatorId = await operatorAt(ctx, system.channelId, told.agent)
  const activity = await activityOf(ctx, { ...followed, call }, operatorId)
  if (!activity) return
  const place = await placeAmongCalls(ctx, { ...call, activityId: activity.id })
  // It was handed over: another call of the phone system has gone on with it since.
  if (place === 'before') return
  const isOver = activity.state === 'ended' || activity.state === 'wrapUp'
  if (operatorId !== null && !isOver && isAnswered(told))
    await taskAnsweredBy(ctx, await loadTask(ctx, activity.id), operatorId)
  await followPhone(ctx, activity.id, {
    ...told,
    state: stateAtDesk(told),
    operatorId,
    goesOn: place === 'goesOn',
  })
  if (told.state === 'ended' && !isOver) await endCall(ctx, { ...followed, call }, activity.id)
  await oweRecording(ctx, system, call, activity)
}

const isAnswered = ({ answeredAt }: PhoneCall): boolean => answeredAt !== null
const stateAtDesk = ({ state }: PhoneCall): CallState => (state === 'queued' ? 'ringing' : state)

async function noteCall(
  ctx: Ctx,
  { system, call, told, waitsForMore }: Followed & { waitsForMore: boolean },
): Promise<PhoneCallRecord> {
  const { phoneCalls } = ctx.tx.t
  const { state, direction, agent, recording } = told
  const number = numberOf(direction === 'out' ? told.to : told.from, system.country) ?? call.number
  const heard = {
    state,
    direction,
    number,
    agent,
    recordingUrl: recording?.url ?? null,
    recordingId: recording?.id ?? null,
    recordingMs: recording?.durationMs ?? null,
    silentAt: waitsForMore ? ctx.now + settleCallMs : state === 'ended' ? null : ctx.now + silentCallMs,
  }
  await ctx.tx.update(phoneCalls).set(heard).where(isCall(ctx, call))
  return { ...call, ...heard }
}

const isCall = ({ tx: { t } }: Ctx, { channelId, callId }: PhoneCallRecord) =>
  and(eq(t.phoneCalls.channelId, channelId), eq(t.phoneCalls.callId, callId))

const operatorAt = async (ctx: Ctx, channelId: string, agent: string | null): Promise<string | null> =>
  agent === null ? null : ((await lineOfAgent(ctx.tx, channelId, agent))?.operatorId ?? null)

/** The call's activity, locked: the one it has, the one that the desk asked to be dialled, or one that is due now. */
async function activityOf(ctx: Ctx, followed: Followed, operatorId: string | null): Promise<ActivityRecord | null> {
  const { system, call, told, isFinal } = followed
  if (call.activityId !== null) return (await loadActivity(ctx, call.activityId)).activity
  const dialled = told.reference === null ? null : await claimDial(ctx, call, told.reference)
  if (dialled) return dialled
  if (!isFinal && !isClear(told)) return null
  // What rings at the phone system alone is its own business until one of us has it, or nobody took it.
  const isOurs = told.answeredAt !== null && operatorId !== null
  if (!isOurs && !told.isMissed) return null
  const handed = isOurs ? await handedTo(ctx, call, operatorId) : null
  if (handed) {
    await linkCall(ctx, call, handed.id)
    return handed
  }
  const direction = told.direction === 'out' ? 'out' : 'in'
  const activity = await openPhoneActivity(ctx, system, { direction, number: call.number, startedAt: told.startedAt })
  await linkCall(ctx, call, activity.id)
  return activity
}

/** The call that was asked for is this one; null when it was not asked for at this phone system. */
async function claimDial(ctx: Ctx, call: PhoneCallRecord, reference: string): Promise<ActivityRecord | null> {
  const dial = await dialOf(ctx.tx, reference)
  if (!dial || dial.channelId !== call.channelId) return null
  const { phoneDials } = ctx.tx.t
  const { activity } = await loadActivity(ctx, dial.activityId)
  const [row] = await ctx.tx
    .update(phoneDials)
    .set({ state: 'known' })
    .where(and(eq(phoneDials.activityId, dial.activityId), inArray(phoneDials.state, ['owed', 'asked'])))
    .returning({ activityId: phoneDials.activityId })
  if (!row) return null
  await linkCall(ctx, call, activity.id)
  return activity
}

/**
 * What this operator has taken over at the desk from somebody at another line, and its other side now calls his line about:
 * to hand a call over (RFC 3515) makes a new one at the phone system. A second call of the same customer at the same line
 * is another one, also while the end of the first is not told yet.
 */
async function handedTo(ctx: Ctx, call: PhoneCallRecord, operatorId: string): Promise<ActivityRecord | null> {
  if (call.number === null) return null
  const { phoneCalls, phoneLines, activities } = ctx.tx.t
  const wasHisOwn = ctx.tx
    .select({ operatorId: phoneLines.operatorId })
    .from(phoneLines)
    .where(
      and(
        eq(phoneLines.channelId, phoneCalls.channelId),
        eq(phoneLines.operatorId, operatorId),
        or(eq(phoneLines.userName, phoneCalls.agent), eq(phoneLines.extension, phoneCalls.agent)),
      ),
    )
  const [row] = await ctx.tx
    .select({ activityId: activities.id })
    .from(activities)
    .innerJoin(phoneCalls, eq(phoneCalls.activityId, activities.id))
    .where(
      and(
        eq(activities.operatorId, operatorId),
        eq(activities.state, 'active'),
        eq(phoneCalls.channelId, call.channelId),
        eq(phoneCalls.number, call.number),
        ne(phoneCalls.callId, call.callId),
        notExists(wasHisOwn),
      ),
    )
    .orderBy(desc(phoneCalls.createdAt), desc(phoneCalls.callId))
    .limit(1)
  return row ? (await loadActivity(ctx, row.activityId)).activity : null
}

/** Whether the activity's other calls came before this one, which goes on with it, or one came after it; null: it is the only one. */
async function placeAmongCalls(ctx: Ctx, call: PhoneCallRecord): Promise<'before' | 'goesOn' | null> {
  const { phoneCalls } = ctx.tx.t
  const others = await ctx.tx
    .select({ createdAt: phoneCalls.createdAt, callId: phoneCalls.callId })
    .from(phoneCalls)
    .where(and(eq(phoneCalls.activityId, call.activityId ?? ''), ne(phoneCalls.callId, call.callId)))
    .limit(mostHandedOver)
  if (others.length === 0) return null
  const isLater = (other: Pick<PhoneCallRecord, 'createdAt' | 'callId'>): boolean =>
    other.createdAt - call.createdAt === 0 ? other.callId > call.callId : other.createdAt > call.createdAt
  return others.some(isLater) ? 'before' : 'goesOn'
}
const mostHandedOver = 100

export async function linkCall(ctx: Ctx, call: PhoneCallRecord, activityId: string): Promise<void> {
  const { phoneCalls } = ctx.tx.t
  await ctx.tx.update(phoneCalls).set({ activityId }).where(isCall(ctx, call))
}

async function endCall(ctx: Ctx, { system, call, told }: Followed, activityId: string): Promise<void> {
  const { activity } = await loadActivity(ctx, activityId)
  const wasTaken = activity.acceptedAt !== null || told.answeredAt !== null
  const ended = await endActivityRow(ctx, activity, wasTaken || told.direction === 'out' ? 'customerLeft' : 'abandoned')
  if (ended && told.isMissed) await noteMissed(ctx, system, activity, call.number)
}

/** Nobody took it: said once, and called back where the settings say so (row K4). */
export async function noteMissed(
  ctx: Ctx,
  { channelId, callsBack, typeId }: PhoneSystem,
  activity: ActivityRecord,
  number: string | null,
): Promise<void> {
  ctx.emit('phone.missed', { ...about(activity), channelId })
  if (!callsBack || number === null || activity.queueId === null) return
  const { customerId, queueId } = activity
  await callbackForMissedCall(ctx, { phone: number, customerId, queueId, typeId, source: '', siteId: null, skills: [] })
}
