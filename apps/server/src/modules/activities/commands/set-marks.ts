import { canChangeActivity } from '@care/domain'
import { and, count, eq, gt } from 'drizzle-orm'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, type ActivityRecord, loadActivity, loadChatOf, marksOf } from '../store.ts'

interface MarksInput {
  /** Absent for a visitor: his own chat. */
  activityId?: string
  delivered?: number | undefined
  read?: number | undefined
}

/** Says how far a side has received and read a thread. Marks never go back nor beyond the last message. */
export const setMarks = command({
  name: 'set-marks',
  action: ['tasks.handle', 'visitor'],
  async load(ctx, input: MarksInput) {
    const loaded = ctx.actor.kind === 'visitor' ? await loadChatOf(ctx, ctx.actor.id) : await loadActivity(ctx, input.activityId ?? '')
    if (!loaded) throw notFound('chat')
    return loaded.activity
  },
  allow: ({ actor }, activity) => (actor.kind === 'visitor' ? activity.visitorId === actor.id : actor.kind === 'operator' && canChangeActivity(actor, activity)),
  async run(ctx, activity, input) {
    const next = ctx.actor.kind === 'visitor' ? customerMarks(activity, input) : operatorMarks(activity, input)
    const unread = 'operatorRead' in next && next.operatorRead !== activity.operatorRead ? await unreadAfter(ctx, activity, next.operatorRead) : activity.unread
    const isSame = Object.entries(next).every(([name, value]) => activity[name as keyof ActivityRecord] === value)
    if (isSame) return marksOf(activity)
    const { activities } = ctx.tx.t
    const [row] = await ctx.tx.update(activities).set({ ...next, unread }).where(eq(activities.id, activity.id)).returning()
    if (!row) throw new AppError('UNAVAILABLE')
    const { operatorId, visitorId } = row
    ctx.tell('message.marked', { ...about(row), marks: marksOf(row), unread: row.unread, operatorId, visitorId })
    return marksOf(row)
  },
})

const upTo = (activity: ActivityRecord, old: number, wanted: number | undefined): number => Math.min(activity.messageSeq, Math.max(old, wanted ?? 0))

function customerMarks(activity: ActivityRecord, input: MarksInput) {
  const customerRead = upTo(activity, activity.customerRead, input.read)
  return { customerRead, customerDelivered: Math.max(customerRead, upTo(activity, activity.customerDelivered, input.delivered)) }
}
function operatorMarks(activity: ActivityRecord, input: MarksInput) {
  const operatorRead = upTo(activity, activity.operatorRead, input.read)
  return { operatorRead, operatorDelivered: Math.max(operatorRead, upTo(activity, activity.operatorDelivered, input.delivered)) }
}

async function unreadAfter(ctx: Ctx, activity: ActivityRecord, seq: number): Promise<number> {
  if (seq >= activity.messageSeq) return 0
  const { messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.activityId, activity.id), gt(messages.seq, seq), eq(messages.authorKind, 'customer')))
  return row?.n ?? 0
}
