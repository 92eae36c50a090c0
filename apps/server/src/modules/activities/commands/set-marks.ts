import { canChangeActivity } from '@care/domain'
import { and, count, eq, gt, sql } from '../../../db/drizzle.ts'
import { preparedWrite } from '../../../db/prepared.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, loadThread, loadThreadOf, marksOf, type ThreadActivity } from '../store.ts'

interface MarksInput {
  /** Absent for a visitor: his own chat. */
  activityId?: string
  delivered?: number | undefined
  read?: number | undefined
}

const p = (name: string) => sql`${sql.placeholder(name)}`
// Every message is marked at least once, so this is as hot as sending. The thread is locked since `load`.
const updateMarks = preparedWrite('marks_update', (tx) =>
  tx
    .update(tx.t.activities)
    .set({
      customerDelivered: p('customerDelivered'),
      customerRead: p('customerRead'),
      operatorDelivered: p('operatorDelivered'),
      operatorRead: p('operatorRead'),
      unread: p('unread'),
    })
    .where(eq(tx.t.activities.id, sql.placeholder('id'))),
)

/** Says how far a side has received and read a thread. Marks never go back nor beyond the last message. */
export const setMarks = command({
  name: 'set-marks',
  action: ['tasks.handle', 'visitor'],
  async load(ctx, input: MarksInput) {
    const loaded =
      ctx.actor.kind === 'visitor'
        ? await loadThreadOf(ctx, ctx.actor.id)
        : await loadThread(ctx, input.activityId ?? '')
    if (!loaded) throw notFound('chat')
    return loaded.activity
  },
  allow: ({ actor }, activity) =>
    actor.kind === 'visitor'
      ? activity.visitorId === actor.id
      : actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, activity, input) {
    const next = ctx.actor.kind === 'visitor' ? customerMarks(activity, input) : operatorMarks(activity, input)
    // Also where the mark stays: he may have marked it as unread and reads it again.
    const unread =
      'operatorRead' in next &&
      input.read !== undefined &&
      (next.operatorRead !== activity.operatorRead || activity.unread > 0)
        ? await unreadAfter(ctx, activity, next.operatorRead)
        : activity.unread
    const isSame =
      unread === activity.unread &&
      Object.entries(next).every(([name, value]) => activity[name as keyof ThreadActivity] === value)
    if (isSame) return marksOf(activity)
    const marks = { ...marksOf(activity), ...next }
    await updateMarks(ctx.tx, { id: activity.id, ...marks, unread })
    const { operatorId, visitorId } = activity
    ctx.tell('message.marked', { ...about(activity), marks, unread, operatorId, visitorId })
    return marks
  },
})

const upTo = (activity: ThreadActivity, old: number, wanted: number | undefined): number =>
  Math.min(activity.messageSeq, Math.max(old, wanted ?? 0))

function customerMarks(activity: ThreadActivity, input: MarksInput) {
  const customerRead = upTo(activity, activity.customerRead, input.read)
  return {
    customerRead,
    customerDelivered: Math.max(customerRead, upTo(activity, activity.customerDelivered, input.delivered)),
  }
}
function operatorMarks(activity: ThreadActivity, input: MarksInput) {
  const operatorRead = upTo(activity, activity.operatorRead, input.read)
  return {
    operatorRead,
    operatorDelivered: Math.max(operatorRead, upTo(activity, activity.operatorDelivered, input.delivered)),
  }
}

async function unreadAfter(ctx: Ctx, activity: ThreadActivity, seq: number): Promise<number> {
  if (seq >= activity.messageSeq) return 0
  const { messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.activityId, activity.id), gt(messages.seq, seq), eq(messages.authorKind, 'customer')))
  return row?.n ?? 0
}
