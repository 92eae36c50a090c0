import Database from 'better-sqlite3'
import { newId } from '../kernel/ids.ts'
import type { BenchPeople } from './bench-data.ts'
import { nextLine, type Variant } from './store-line.ts'

const threadSql = `
  select a.id, a.request_id as requestId, a.customer_id as customerId, a.message_seq as seq, a.unread, a.waiting_since as waitingSince,
    a.state, a.operator_id as operatorId, a.queue_id as queueId, a.operator_delivered as delivered, a.operator_read as "read",
    r.category, r.listed_at as listedAt, t.auto_close_ms as autoCloseMs
  from activities a join requests r on r.id = a.request_id join request_types t on t.id = r.type_id
  where a.visitor_id = ? and a.medium = 'chat' order by a.started_at desc limit 1`
interface Thread {
  id: string
  requestId: string
  customerId: string
  seq: number
  unread: number
  waitingSince: number | null
  operatorId: string | null
  queueId: string | null
  delivered: number
  read: number
  listedAt: number
  autoCloseMs: number
}

/** The statements of one message, written by hand and prepared once. */
function writerOf(db: Database.Database) {
  const thread = db.prepare<[string], Thread>(threadSql)
  const message = db.prepare(
    `insert into messages (id, activity_id, seq, client_message_id, author_kind, author_id, author_name, text, attachment_ids, created_at)
     values (?, ?, ?, ?, 'customer', ?, '', ?, '[]', ?) on conflict (activity_id, client_message_id) do nothing returning *`,
  )
  const activity = db.prepare(
    `update activities set message_seq = ?, last_line_text = ?, last_line_author = 'customer', last_line_at = ?, last_customer_message_at = ?,
     waiting_since = ?, unread = ?, operator_delivered = ?, operator_read = ? where id = ?`,
  )
  const request = db.prepare('update requests set last_update_at = ?, auto_close_at = ? where id = ?')
  const moveUp = db.prepare('update requests set listed_at = ? where id = ?')
  const event = db.prepare(
    `insert into events (id, type, facts, actor_kind, actor_id, command, correlation_id, cause_id, depth, request_id, activity_id, customer_id, at)
     values (?, 'message.received', ?, 'customer', ?, 'receive-message', ?, null, 0, ?, ?, ?, ?)`,
  )
  return ({ widget, text, clientMessageId }: ReturnType<ReturnType<typeof nextLine>>): void => {
    const now = Date.now()
    const at = thread.get(widget.id)
    if (!at) throw new Error('the visitor has no chat')
    const id = newId(now)
    message.get(id, at.id, at.seq + 1, clientMessageId, at.customerId, text, now)
    activity.run(at.seq + 1, text, now, now, at.waitingSince ?? now, at.unread + 1, at.delivered, at.read, at.id)
    request.run(now, now + at.autoCloseMs, at.requestId)
    if (now - at.listedAt >= 10_000) moveUp.run(now, at.requestId)
    const { operatorId, queueId } = at
    const facts = {
      activityId: at.id,
      requestId: at.requestId,
      customerId: at.customerId,
      messageId: id,
      seq: at.seq + 1,
      operatorId,
      queueId,
      visitorId: widget.id,
    }
    event.run(
      newId(now),
      JSON.stringify(facts),
      at.customerId,
      clientMessageId,
      at.requestId,
      at.id,
      at.customerId,
      now,
    )
  }
}

/** The limit of the message's transaction: no kernel, no builder, no promises. */
export function byHand(file: string, widgets: BenchPeople['widgets']): Variant {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -65536')
  // As the product, which checkpoints beside its thread; here nobody does.
  db.pragma('wal_autocheckpoint = 0')
  db.pragma('temp_store = MEMORY')
  const write = writerOf(db)
  const [begin, savepoint, release, commit] = ['BEGIN IMMEDIATE', 'SAVEPOINT work', 'RELEASE work', 'COMMIT'].map(
    (sql) => db.prepare(sql),
  )
  const next = nextLine(widgets)
  return {
    write: async (count) => {
      begin?.run()
      for (let i = 0; i < count; i++) {
        savepoint?.run()
        write(next())
        release?.run()
      }
      commit?.run()
    },
    close: () => void db.close(),
  }
}
