import { eq } from '../db/drizzle.ts'
import type { Store } from '../db/store.ts'
import { newId } from '../kernel/ids.ts'

const batch = 500
const stepMs = 45 * 60_000
const said = [
  'Where is my order? The shop said it would come on Monday.',
  'Всё ещё жду. Курьер так и не позвонил, хотя обещали сегодня до обеда.',
  'Dzień dobry, czy można zmienić adres? Paczka ma trafić do Gdyni, nie do Gdańska.',
  'Добър ден, поръчката пристигна, но кутията беше мокра.',
  'Thanks.',
  'I have looked it up: it left the warehouse this morning and is on its way to you now. You will get a message with the number of the parcel as soon as the carrier has scanned it, and the driver calls half an hour before.',
]

/**
 * Puts so many messages in front of what was said in a talk, back through two years, as import and time would; the last
 * ones stay the last, and so many are unread. For measuring threads that nobody can type.
 */
export async function lengthenThread(store: Store, activityId: string, count: number, unread = 0): Promise<void> {
  const { messages, activities } = store.t
  const old = await store.read.select().from(messages).where(eq(messages.activityId, activityId)).orderBy(messages.seq)
  const before = Math.min(...old.map(({ createdAt }) => createdAt))
  await store.transact((tx) => tx.delete(messages).where(eq(messages.activityId, activityId)))
  for (let from = 1; from <= count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from + 1) }, (_, i) => {
      const seq = from + i
      const isCustomer = seq % 3 !== 0
      return {
        id: newId(before - (count - seq) * stepMs),
        activityId,
        seq,
        clientMessageId: `long-${seq}`,
        authorKind: isCustomer ? ('customer' as const) : ('operator' as const),
        authorId: null,
        authorName: isCustomer ? '' : 'Anna Kowalska',
        text: `${said[seq % said.length] ?? ''} (${seq})`,
        attachmentIds: [],
        createdAt: before - (count - seq + 1) * stepMs,
      }
    })
    await store.transact((tx) => tx.insert(messages).values(rows))
  }
  const later = old.map((row) => ({ ...row, seq: row.seq + count }))
  if (later.length > 0) await store.transact((tx) => tx.insert(messages).values(later))
  const messageSeq = count + later.length
  const operatorRead = messageSeq - unread
  const read = { messageSeq, operatorRead, operatorDelivered: operatorRead, unread }
  await store.transact((tx) => tx.update(activities).set(read).where(eq(activities.id, activityId)))
}
