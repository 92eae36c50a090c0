import type { Attachment, Message } from '@care/contract'
import { and, eq, sql } from '../../db/drizzle.ts'
import { preparedWrite } from '../../db/prepared.ts'
import type { Tx } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import { claimFiles, filesById } from '../files/index.ts'
import { enterStage, findRequest, restarted, wake } from '../requests/index.ts'
import type { MessageCarry } from './events.ts'
import { lastLineOf } from './last-line.ts'
import { presentMessage } from './present.ts'
import { about, type Thread, type ThreadActivity } from './store.ts'
import { oweUnread } from './unread-left.ts'

export interface NewLine {
  author: { kind: 'customer' | 'operator'; id: string; name: string }
  clientMessageId: string
  text: string
  attachmentIds: readonly string[]
  /** Files that the activity has and that this message shows once more. */
  sharedIds?: readonly string[]
  /** Owner key of the uploads, see files. */
  fileOwner: string
  /** Written by a machine on the customer's side (rule 36): nobody waits for an answer, no clock begins anew. */
  isAutomatic?: boolean
}

const p = (name: string) => sql.placeholder(name)
const insertMessage = preparedWrite('message_insert', (tx: Tx) =>
  tx
    .insert(tx.t.messages)
    .values({
      id: p('id'),
      activityId: p('activityId'),
      seq: p('seq'),
      clientMessageId: p('clientMessageId'),
      authorKind: p('authorKind'),
      authorId: p('authorId'),
      authorName: p('authorName'),
      text: p('text'),
      attachmentIds: p('attachmentIds'),
      createdAt: p('createdAt'),
    })
    .onConflictDoNothing({ target: [tx.t.messages.activityId, tx.t.messages.clientMessageId] })
    .returning({ id: tx.t.messages.id }),
)
const updateThread = preparedWrite('thread_update', (tx: Tx) =>
  tx
    .update(tx.t.activities)
    .set({
      messageSeq: sql`${p('seq')}`,
      lastLineText: sql`${p('text')}`,
      lastLineAuthor: sql`${p('author')}`,
      lastLineAt: sql`${p('at')}`,
      lastCustomerMessageAt: sql`${p('lastCustomerMessageAt')}`,
      waitingSince: sql`${p('waitingSince')}`,
      unread: sql`${p('unread')}`,
      operatorDelivered: sql`${p('operatorDelivered')}`,
      operatorRead: sql`${p('operatorRead')}`,
      firstAnswerAt: sql`${p('firstAnswerAt')}`,
    })
    .where(eq(tx.t.activities.id, sql.placeholder('id'))),
)
const touchRequest = preparedWrite('request_touch', (tx: Tx) =>
  tx
    .update(tx.t.requests)
    .set({ lastUpdateAt: sql`${p('lastUpdateAt')}`, autoCloseAt: sql`${p('autoCloseAt')}` })
    .where(eq(tx.t.requests.id, sql.placeholder('id'))),
)
const moveUp = preparedWrite('request_move_up', (tx: Tx) =>
  tx
    .update(tx.t.requests)
    .set({ listedAt: sql`${p('listedAt')}` })
    .where(eq(tx.t.requests.id, sql.placeholder('id'))),
)
const lookEarlier = preparedWrite('request_look_earlier', (tx: Tx) =>
  tx
    .update(tx.t.requests)
    .set({ autoCloseCheckAt: sql`${p('at')}` })
    .where(eq(tx.t.requests.id, sql.placeholder('id'))),
)
/**
 * Messages of one talk move its request up in the lists at most so often: every list has an index in which it is taken
 * out and put in again, and together they cost a third of a message.
 */
const listLagMs = 10_000

/**
 * Adds one message to a locked thread: numbered, once per clientMessageId, auto-close restarted (rule 8). A repeated
 * send gives the first one's row and changes nothing.
 */
export async function appendMessage(ctx: Ctx, thread: Thread, line: NewLine): Promise<Message> {
  const { activity } = thread
  const seq = activity.messageSeq + 1
  const row = {
    id: ctx.newId(),
    activityId: activity.id,
    seq,
    clientMessageId: line.clientMessageId,
    authorKind: line.author.kind,
    authorId: line.author.id,
    authorName: line.author.name,
    text: line.text,
    attachmentIds: [...line.attachmentIds, ...(line.sharedIds ?? [])],
    createdAt: ctx.now,
    editedAt: null,
    deletedAt: null,
  }
  const [inserted] = await insertMessage(ctx.tx, row)
  if (!inserted) return sentBefore(ctx, activity.id, line.clientMessageId)
  const claimed =
    line.attachmentIds.length === 0 ? [] : await claimFiles(ctx, line.attachmentIds, line.fileOwner, activity.id)
  const attachments = [...claimed, ...(await filesById(ctx.tx, line.sharedIds ?? []))]
  const message = presentMessage(row, attachments)
  const next = await advance(ctx, activity, line, seq, attachments)
  if (line.isAutomatic !== true) await restartClock(ctx, thread, line.author.kind)
  if (line.author.kind === 'operator' && activity.medium === 'chat' && !activity.customerIsHere)
    oweUnread(ctx, activity.id)
  const carry: MessageCarry = {
    message,
    isFirstAnswer: line.author.kind === 'operator' && activity.firstAnswerAt === null,
    task: {
      activityId: activity.id,
      lastLine: { text: next.text, author: line.author.kind, at: ctx.now },
      unread: next.unread,
      waitingSince: next.waitingSince,
    },
  }
  const { operatorId, queueId, visitorId } = activity
  ctx.emit(
    line.author.kind === 'customer' ? 'message.received' : 'message.sent',
    { ...about(activity), messageId: row.id, seq, operatorId, queueId, visitorId },
    carry,
  )
  return message
}

async function advance(
  ctx: Ctx,
  activity: ThreadActivity,
  line: NewLine,
  seq: number,
  attachments: readonly Attachment[],
) {
  const isCustomer = line.author.kind === 'customer'
  const text = lastLineOf(line.text, attachments)
  const { waitingSince, unread } = activity
  const next = line.isAutomatic
    ? { text, waitingSince, unread }
    : isCustomer
      ? { text, waitingSince: waitingSince ?? ctx.now, unread: unread + 1 }
      : { text, waitingSince: null, unread: 0 }
  await updateThread(ctx.tx, {
    id: activity.id,
    seq,
    author: line.author.kind,
    at: ctx.now,
    ...next,
    lastCustomerMessageAt: isCustomer && !line.isAutomatic ? ctx.now : activity.lastCustomerMessageAt,
    // Who answers has the thread before his eyes.
    operatorDelivered: isCustomer ? activity.operatorDelivered : seq,
    operatorRead: isCustomer ? activity.operatorRead : seq,
    firstAnswerAt: isCustomer ? activity.firstAnswerAt : (activity.firstAnswerAt ?? ctx.now),
  })
  return next
}

export async function restartClock(ctx: Ctx, { request, type }: Thread, by: 'customer' | 'operator'): Promise<void> {
  // A customer's answer ends the waiting stage; the row is read again because the stage's command guards its version.
  if (by === 'customer' && request.category === 'waiting') {
    const current = await findRequest(ctx.tx, request.id, true)
    if (current?.request.category === 'waiting') await enterStage(ctx, current, 'active')
  }
  // The customer's answer wakes what was put aside, unless it was to sleep on.
  if (by === 'customer' && request.snoozedUntil !== null && request.wakesOnAnswer) {
    const asleep = await findRequest(ctx.tx, request.id, true)
    if (asleep && asleep.request.snoozedUntil !== null) await wake(ctx, asleep, 'answer')
    return
  }
  const clock = restarted(type, request, by === 'customer' ? 'customerMessage' : 'operatorMessage', ctx.now)
  const at = clock.autoCloseAt ?? null
  await touchRequest(ctx.tx, {
    id: request.id,
    lastUpdateAt: clock.lastUpdateAt ?? request.lastUpdateAt,
    autoCloseAt: at,
  })
  // The sweep looks early and then finds that it is not time yet; it must never look late.
  const looksAt = request.autoCloseCheckAt
  if (at !== null && (looksAt === null || looksAt > at)) await lookEarlier(ctx.tx, { id: request.id, at })
  if (clock.listedAt !== undefined && clock.listedAt - request.listedAt >= listLagMs)
    await moveUp(ctx.tx, { id: request.id, listedAt: clock.listedAt })
}

async function sentBefore(ctx: Ctx, activityId: string, clientMessageId: string): Promise<Message> {
  const message = await findSent(ctx, activityId, clientMessageId)
  if (!message) throw new Error('a message vanished between two statements')
  return message
}

/** What was stored under the sender's own id; null when nothing was. */
export async function findSent(ctx: Ctx, activityId: string, clientMessageId: string): Promise<Message | null> {
  const { messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select()
    .from(messages)
    .where(and(eq(messages.activityId, activityId), eq(messages.clientMessageId, clientMessageId)))
  return row ? presentMessage(row, await filesById(ctx.tx, row.attachmentIds)) : null
}
