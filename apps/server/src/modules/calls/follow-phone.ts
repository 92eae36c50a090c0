import type { CallState } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, findActivity } from '../activities/index.ts'
import type {} from './events.ts'
import { type CallRecord, findCall, type Line, noteLine, seatsOf, takeStep, tellCall, writeCall } from './store.ts'

/** How a phone system says that a call stands; all times in epoch ms. */
export interface PhoneTimes {
  state: CallState
  answeredAt: number | null
  heldSince: number | null
  heldMs: number
  endedAt: number | null
  /** Who answered, where it is one of us. */
  operatorId: string | null
  /** What the phone system tells of has gone on with a call of before, whose answer and holds stand. */
  goesOn: boolean
}

/**
 * The call follows what its phone system says, step by step, and takes over its times; also after the end, when its record
 * comes (row K3). A step of the command that knows it; the call's activity is locked.
 */
export async function followPhone(ctx: Ctx, callId: string, told: PhoneTimes): Promise<void> {
  const found = await findCall(ctx.tx, callId)
  if (!found) return
  let call = found
  if (call.state === 'ringing' && told.answeredAt !== null) call = await answer(ctx, call, told)
  if (call.state === 'active' && told.state === 'held') call = await hold(ctx, call, true)
  else if (call.state === 'held' && told.state === 'active') call = await hold(ctx, call, false)
  if (call.state !== 'ended' && told.state === 'ended')
    call = await end(ctx, call, { ...told, ...(told.goesOn ? { answeredAt: call.answeredAt } : {}) })
  const { endedAt } = told
  const { answeredAt, heldMs } = told.goesOn ? call : told
  const isTold = call.answeredAt === answeredAt && call.heldMs === heldMs && call.endedAt === endedAt
  // Accepted at the desk and not picked up yet: the desk's time stands until the phone system knows better.
  if (!isTold && (answeredAt !== null || told.state === 'ended'))
    call = await writeCall(ctx, call, { answeredAt, heldMs, ...(call.state === 'ended' ? { endedAt } : {}) })
  // Its name at the phone system is another one, by which a softphone knows it.
  if (call !== found || told.goesOn) await tellCall(ctx, call)
}

const byOperator = (id: string | null): Pick<Line, 'by'> => (id === null ? {} : { by: { kind: 'operator', id } })

async function answer(ctx: Ctx, call: CallRecord, { answeredAt, operatorId }: PhoneTimes): Promise<CallRecord> {
  const row = await takeStep(ctx, call, 'answer')
  if (!row) return call
  const ms = Math.max(0, (answeredAt ?? ctx.now) - call.startedAt)
  const by = call.direction === 'in' ? byOperator(operatorId) : { by: { kind: 'customer' as const, id: null } }
  return noteLine(ctx, row, { kind: 'answered', ms, ...by })
}

async function hold(ctx: Ctx, call: CallRecord, isHeld: boolean): Promise<CallRecord> {
  const row = await takeStep(ctx, call, isHeld ? 'hold' : 'resume')
  if (!row) return call
  const activity = (await findActivity(ctx.tx, call.activityId))?.activity
  if (activity) ctx.emit('call.held', { ...about(activity), isHeld, version: row.version })
  const heldFor = isHeld ? null : row.heldMs - call.heldMs
  return noteLine(ctx, row, {
    kind: isHeld ? 'held' : 'resumed',
    ms: heldFor,
    ...byOperator(await holderOf(ctx, call)),
  })
}

const holderOf = async (ctx: Ctx, { activityId }: CallRecord): Promise<string | null> =>
  (await seatsOf(ctx.tx, activityId)).find(({ side }) => side === 'operator')?.personId ?? null

async function end(ctx: Ctx, call: CallRecord, { answeredAt, endedAt }: PhoneTimes): Promise<CallRecord> {
  const operatorIds = (await seatsOf(ctx.tx, call.activityId)).map(({ personId }) => personId)
  const row = await takeStep(ctx, call, 'end')
  if (!row) return call
  const { callSeats } = ctx.tx.t
  await ctx.tx.delete(callSeats).where(eq(callSeats.callId, call.activityId))
  const ms = answeredAt === null ? null : Math.max(0, (endedAt ?? ctx.now) - answeredAt)
  const noted = await noteLine(ctx, await writeCall(ctx, row, { endedBy: 'system' }), { kind: 'ended', ms })
  await tellCall(ctx, noted, operatorIds)
  return noted
}
