import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { ActivityRecord, LoadedActivity } from '../activities/index.ts'

type Opening = Pick<ActivityRecord, 'customerId' | 'queueId' | 'priorityRank' | 'vipRank' | 'title' | 'source'> & {
  operatorId: string
}
type Notice = Omit<Opening, 'operatorId'> & { text: string }

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

/** A mail that the product writes by itself: an activity that nobody has to handle, over from the start. */
export async function openNotice(
  ctx: Ctx,
  request: { id: string },
  { text, ...opening }: Notice,
): Promise<{ activity: ActivityRecord; messageId: string }> {
  const { activities, messages } = ctx.tx.t
  const id = ctx.newId()
  const [activity] = await ctx.tx
    .insert(activities)
    .values({
      id,
      requestId: request.id,
      medium: 'email',
      state: 'ended',
      ...opening,
      eligibleSince: ctx.now,
      customerIsHere: false,
      startedAt: ctx.now,
      endedAt: ctx.now,
      endReason: 'operatorEnded',
      messageSeq: 1,
      lastLineText: text.slice(0, lastLineLetters),
      lastLineAuthor: 'system',
      lastLineAt: ctx.now,
      unread: 0,
      customerDelivered: 0,
      customerRead: 0,
      operatorDelivered: 1,
      operatorRead: 1,
      version: 1,
    })
    .returning()
  if (!activity) throw new Error('activity was not inserted')
  const messageId = ctx.newId()
  const author = { authorKind: 'system' as const, authorId: null, authorName: '' }
  const message = { id: messageId, activityId: id, seq: 1, clientMessageId: `notice-${id}`, text, attachmentIds: [] }
  await ctx.tx.insert(messages).values({ ...message, ...author, createdAt: ctx.now })
  return { activity, messageId }
}

/** So much of a message stands in a list. */
const lastLineLetters = 160
