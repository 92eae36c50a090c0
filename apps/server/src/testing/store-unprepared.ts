import { and, desc, eq } from '../db/drizzle.ts'
import { openStore } from '../db/open.ts'
import type { Tx } from '../db/store.ts'
import { newId } from '../kernel/ids.ts'
import type { BenchPeople } from './bench-data.ts'
import { nextLine, type Variant } from './store-line.ts'

/** The same writes with every query built when it is needed: what the hot path must not do (docs/performance.md). */
export function unprepared(file: string, widgets: BenchPeople['widgets']): Variant {
  const store = openStore(file)
  const next = nextLine(widgets)
  const one = (): Promise<void> => store.transact((tx) => writeLine(tx, next()))
  return {
    write: async (count) => void (await Promise.all(Array.from({ length: count }, one))),
    close: () => store.close(),
  }
}

async function writeLine(
  tx: Tx,
  { widget, text, clientMessageId }: ReturnType<ReturnType<typeof nextLine>>,
): Promise<void> {
  const { activities, requests, requestTypes, messages } = tx.t
  const now = Date.now()
  const [row] = await tx
    .select({ activity: activities, request: requests, type: requestTypes })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .where(and(eq(activities.visitorId, widget.id), eq(activities.medium, 'chat')))
    .orderBy(desc(activities.startedAt))
    .limit(1)
  if (!row) throw new Error('the visitor has no chat')
  const { activity, request, type } = row
  const seq = activity.messageSeq + 1
  const [message] = await tx
    .insert(messages)
    .values({
      id: newId(now),
      activityId: activity.id,
      seq,
      clientMessageId,
      authorKind: 'customer',
      authorId: activity.customerId,
      authorName: '',
      text,
      attachmentIds: [],
      createdAt: now,
    })
    .onConflictDoNothing({ target: [messages.activityId, messages.clientMessageId] })
    .returning()
  await tx
    .update(activities)
    .set({
      messageSeq: seq,
      lastLineText: text,
      lastLineAuthor: 'customer',
      lastLineAt: now,
      lastCustomerMessageAt: now,
      waitingSince: activity.waitingSince ?? now,
      unread: activity.unread + 1,
    })
    .where(eq(activities.id, activity.id))
  await tx
    .update(requests)
    .set({ lastUpdateAt: now, autoCloseAt: now + (type.autoCloseMs ?? 0) })
    .where(eq(requests.id, request.id))
  await record(tx, row, { id: message?.id ?? '', seq, clientMessageId, visitorId: widget.id, now })
}

interface Said {
  id: string
  seq: number
  clientMessageId: string
  visitorId: string
  now: number
}
type Row = { activity: Tx['t']['activities']['$inferSelect']; request: { id: string } }

async function record(
  tx: Tx,
  { activity, request }: Row,
  { id, seq, clientMessageId, visitorId, now }: Said,
): Promise<void> {
  const facts = {
    activityId: activity.id,
    requestId: request.id,
    customerId: activity.customerId,
    messageId: id,
    seq,
    operatorId: activity.operatorId,
    queueId: activity.queueId,
    visitorId,
  }
  await tx.insert(tx.t.events).values({
    id: newId(now),
    type: 'message.received',
    facts,
    actorKind: 'customer',
    actorId: activity.customerId,
    command: 'receive-message',
    correlationId: clientMessageId,
    causeId: null,
    depth: 0,
    requestId: request.id,
    activityId: activity.id,
    customerId: activity.customerId,
    at: now,
  })
}
