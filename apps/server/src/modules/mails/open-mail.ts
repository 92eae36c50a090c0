import { eq } from 'drizzle-orm'
import type { Ctx } from '../../kernel/command.ts'
import type { ActivityRecord, LoadedActivity } from '../activities/index.ts'

type Opening = Pick<ActivityRecord, 'customerId' | 'queueId' | 'priorityRank' | 'vipRank' | 'title' | 'source'> & {
  operatorId: string
}

/** A mail activity that nobody waited for: it is in progress with who writes it, and in no queue's figures. */
export async function openMail(
  ctx: Ctx,
  { request, type }: Pick<LoadedActivity, 'request' | 'type'>,
  { customerId, queueId, priorityRank, vipRank, title, source, operatorId }: Opening,
): Promise<LoadedActivity> {
  const { activities } = ctx.tx.t
  const id = ctx.newId()
  await ctx.tx.insert(activities).values({
    id,
    requestId: request.id,
    customerId,
    medium: 'email',
    state: 'active',
    queueId,
    operatorId,
    priorityRank,
    vipRank,
    eligibleSince: ctx.now,
    acceptedAt: ctx.now,
    customerIsHere: false,
    source,
    title,
    startedAt: ctx.now,
    messageSeq: 0,
    lastLineText: '',
    unread: 0,
    customerDelivered: 0,
    customerRead: 0,
    operatorDelivered: 0,
    operatorRead: 0,
    version: 1,
  })
  const [activity] = await ctx.tx.select().from(activities).where(eq(activities.id, id))
  if (!activity) throw new Error('activity was not inserted')
  return { activity, request, type }
}
