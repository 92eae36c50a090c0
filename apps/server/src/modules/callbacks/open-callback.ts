import { callbackSlots } from '@care/domain/callbacks'
import type { Ctx } from '../../kernel/command.ts'
import { type Incoming, openActivity } from '../activities/index.ts'
import { shownPhone } from '../customers/index.ts'
import { type CallbackRecord, ofCallback } from './store.ts'

export interface NewCallback {
  phone: string
  /** When it is due, epoch ms. */
  at: number
  timeZone: string | null
  note: string
  origin: CallbackRecord['origin']
  createdById?: string | null
  /** What is stored of the customer's link; without, he has none. */
  linkHashOf?: (activityId: string) => string
  activity: Omit<Incoming, 'medium' | 'text' | 'fallbackTitle' | 'plannedFor'>
}

const whys = { customer: 'asked', operator: 'byOperator', missedCall: 'missedCall' } as const

/** Makes a call back that waits for its time, on its customer's open request or a new one (rule 1). */
export async function openCallback(ctx: Ctx, input: NewCallback): Promise<{ activityId: string }> {
  const { phone, at, note, timeZone, origin } = input
  const { activity } = await openActivity(ctx, {
    ...input.activity,
    medium: 'callback',
    text: note,
    fallbackTitle: shownPhone(phone),
    plannedFor: at,
  })
  const { callbacks } = ctx.tx.t
  await ctx.tx.insert(callbacks).values({
    activityId: activity.id,
    phone,
    origin,
    createdById: input.createdById ?? null,
    createdAt: ctx.now,
    slotFrom: at,
    slotTo: at + callbackSlots.lengthMs,
    timeZone,
    note,
    dueAt: at,
    attempts: 0,
    linkHash: input.linkHashOf?.(activity.id) ?? null,
  })
  ctx.emit('callback.planned', {
    ...ofCallback(activity),
    dueAt: at,
    why: whys[origin],
    operatorId: null,
    version: activity.version,
  })
  return { activityId: activity.id }
}
