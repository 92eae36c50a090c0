import { callJoinMs, talkMs } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Projections } from '../../kernel/module.ts'
import { about, findActivity } from '../activities/index.ts'
import type {} from '../routing/index.ts'
import type {} from './events.ts'
import { endRecording, followQueue } from './recording-store.ts'
import {
  type CallRecord,
  dropSeat,
  emptySeat,
  findCall,
  noteLine,
  seatsOf,
  takeStep,
  tellCall,
  writeCall,
} from './store.ts'

/** At a phone nobody has to sit down in a window. */
const joinUntil = ({ origin }: CallRecord, now: number): number | null => (origin === 'phone' ? null : now + callJoinMs)

/** Whoever has the call now: the colleague who was asked keeps his seat, anybody else has to sit down. */
async function seatOperator(ctx: Ctx, call: CallRecord, operatorId: string): Promise<string[]> {
  const callId = call.activityId
  const graceUntil = joinUntil(call, ctx.now)
  const { callSeats } = ctx.tx.t
  const seats = await seatsOf(ctx.tx, callId)
  const before = seats.find(({ side }) => side === 'operator')
  const asked = seats.find(({ side, personId }) => side === 'consult' && personId === operatorId)
  await dropSeat(ctx, callId, 'operator')
  if (asked)
    await ctx.tx
      .update(callSeats)
      .set({ side: 'operator' })
      .where(and(eq(callSeats.callId, callId), eq(callSeats.side, 'consult')))
  else await ctx.tx.insert(callSeats).values(emptySeat(callId, 'operator', operatorId, graceUntil))
  return before ? [before.personId] : []
}

async function accepted(ctx: Ctx, call: CallRecord, operatorId: string, waitedMs: number): Promise<void> {
  if (call.origin === 'phone') return acceptedAtPhone(ctx, call, operatorId, waitedMs)
  const isFirst = call.state === 'ringing'
  const row = await takeStep(ctx, call, isFirst ? 'answer' : 'pass')
  if (!row) return
  const also = await seatOperator(ctx, call, operatorId)
  const by = { kind: 'operator' as const, id: operatorId }
  const answered = isFirst ? await noteLine(ctx, row, { kind: 'answered', by, ms: waitedMs }) : row
  await tellCall(ctx, await followQueue(ctx, answered), also)
}

/** The phone system says when it is answered and held; accepting it at the desk answers only what comes in. */
async function acceptedAtPhone(ctx: Ctx, call: CallRecord, operatorId: string, waitedMs: number): Promise<void> {
  const isAnswer = call.state === 'ringing' && call.direction === 'in'
  const row = isAnswer ? await takeStep(ctx, call, 'answer') : call
  if (!row || row.state === 'ended') return
  const also = await seatOperator(ctx, row, operatorId)
  const by = { kind: 'operator' as const, id: operatorId }
  await tellCall(ctx, isAnswer ? await noteLine(ctx, row, { kind: 'answered', by, ms: waitedMs }) : row, also)
}

async function returned(ctx: Ctx, call: CallRecord, operatorId: string): Promise<void> {
  const row = await takeStep(ctx, call, 'return')
  if (!row) return
  const asked = (await seatsOf(ctx.tx, call.activityId)).find(({ side }) => side === 'consult')
  await dropSeat(ctx, call.activityId, 'operator')
  await dropSeat(ctx, call.activityId, 'consult')
  await tellCall(ctx, await noteLine(ctx, row, { kind: 'returned' }), [operatorId, ...(asked ? [asked.personId] : [])])
}

async function consulting(ctx: Ctx, call: CallRecord, toId: string): Promise<void> {
  const held = call.state === 'active' ? await takeStep(ctx, call, 'hold') : null
  const activity = held && (await findActivity(ctx.tx, call.activityId))?.activity
  if (activity) ctx.emit('call.held', { ...about(activity), isHeld: true, version: held.version })
  const { callSeats } = ctx.tx.t
  await ctx.tx.insert(callSeats).values(emptySeat(call.activityId, 'consult', toId, joinUntil(call, ctx.now)))
  await tellCall(ctx, await noteLine(ctx, held ?? call, { kind: 'consulting', toId }))
}

async function consultOver(ctx: Ctx, call: CallRecord, toId: string): Promise<void> {
  if (await dropSeat(ctx, call.activityId, 'consult'))
    await tellCall(ctx, await noteLine(ctx, call, { kind: 'consultOver', toId }), [toId])
}

async function ended(ctx: Ctx, call: CallRecord): Promise<void> {
  const row = await takeStep(ctx, call, 'end')
  if (!row) return
  const who = { operator: 'operator', visitor: 'customer', system: 'system', nobody: 'system' } as const
  const done = await endRecording(ctx, await writeCall(ctx, row, { endedBy: who[ctx.actor.kind] }))
  const operatorIds = (await seatsOf(ctx.tx, call.activityId)).flatMap(({ side, personId }) =>
    side === 'customer' ? [] : [personId],
  )
  const { callSeats } = ctx.tx.t
  await ctx.tx.delete(callSeats).where(eq(callSeats.callId, call.activityId))
  await tellCall(ctx, await noteLine(ctx, done, { kind: 'ended', ms: talkMs(done, ctx.now) }), operatorIds)
}

/** What happens to the task happens to the call; every other activity has none. */
const ofCall =
  <F extends { activityId: string }>(does: (ctx: Ctx, call: CallRecord, facts: F) => Promise<unknown>) =>
  async (ctx: Ctx, { facts }: { facts: F }): Promise<void> => {
    const call = await findCall(ctx.tx, facts.activityId)
    if (call) await does(ctx, call, facts)
  }

export const callProjections: Projections = {
  'task.accepted': ofCall((ctx, call, { operatorId, waitedMs }) => accepted(ctx, call, operatorId, waitedMs)),
  'task.returned': ofCall((ctx, call, { operatorId }) => returned(ctx, call, operatorId)),
  'transfer.offered': ofCall((ctx, call, { toId }) => noteLine(ctx, call, { kind: 'asked', toId })),
  'transfer.consulting': ofCall((ctx, call, { toId }) => consulting(ctx, call, toId)),
  'transfer.accepted': ofCall((ctx, call, { toId }) => noteLine(ctx, call, { kind: 'transferred', toId })),
  'transfer.declined': ofCall((ctx, call, { toId }) => consultOver(ctx, call, toId)),
  'transfer.missed': ofCall((ctx, call, { toId }) => consultOver(ctx, call, toId)),
  'transfer.withdrawn': ofCall((ctx, call, { toId }) => consultOver(ctx, call, toId)),
  'activity.ended': ofCall((ctx, call) => ended(ctx, call)),
}
