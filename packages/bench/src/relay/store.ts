import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** The least that a durable chat must write for one message, with the indexes its lists need. */
const schema = `
create table request(id integer primary key, status int not null, operator_id int, queue_id int not null,
  msg_seq int not null default 0, unread int not null default 0, last_message_at int not null default 0, version int not null default 0);
create index request_list on request(status, operator_id, last_message_at);
create index request_queue on request(queue_id, status, last_message_at);
create table message(id integer primary key, request_id int not null, seq int not null, author int not null, body text not null,
  client_key text not null unique, created_at int not null, unique(request_id, seq));
create table event(id integer primary key, request_id int not null, kind text not null, payload text not null, created_at int not null);
create index event_request on event(request_id, id);`

export interface RelayMessage {
  id: number
  request: number
  author: number
  body: string
}
/** Calls `done` with the message's place in its thread once it is durable. */
export type Put = (message: RelayMessage, done: (seq: number) => void) => void

export interface RelaySize {
  requests: number
  messages: number
}

/** No store at all: what Socket.IO alone can do. */
export function withoutStore(): Put {
  let seq = 0
  return (_message, done) => done(++seq)
}

/**
 * Hand-written statements on SQLite, all messages of one turn of the event loop in one transaction, `synchronous=FULL`,
 * checkpoints off this thread: the durable limit that the product is compared with.
 */
export function withSqlite(file: string, size: RelaySize): Put {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('cache_size = -65536')
  db.pragma('wal_autocheckpoint = 0')
  db.pragma('synchronous = OFF')
  db.exec(schema)
  const write = writerOf(db)
  const writeAll = db.transaction((jobs: Job[]) => {
    for (const job of jobs) job.seq = write(job.message)
  })
  fill(db, writeAll, size)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('synchronous = FULL')
  new Worker(new URL('checkpoint-worker.ts', import.meta.url), { workerData: { file, everyMs: 250 } }).unref()
  return grouped(writeAll)
}

interface Job {
  message: RelayMessage
  done: (seq: number) => void
  seq: number
}

function writerOf(db: Database.Database): (message: RelayMessage) => number {
  const touch = db.prepare<[number, number], { seq: number }>(
    'update request set msg_seq = msg_seq + 1, unread = unread + 1, last_message_at = ?, version = version + 1 where id = ? returning msg_seq as seq',
  )
  const insert = db.prepare(
    'insert into message(request_id, seq, author, body, client_key, created_at) values (?, ?, ?, ?, ?, ?)',
  )
  const record = db.prepare("insert into event(request_id, kind, payload, created_at) values (?, 'message', ?, ?)")
  return ({ request, author, body }) => {
    const now = Date.now()
    const row = touch.get(now, request)
    if (!row) throw new Error(`no request ${request}`)
    const { lastInsertRowid: id } = insert.run(request, row.seq, author, body, randomUUID(), now)
    record.run(request, `{"message":${id},"seq":${row.seq}}`, now)
    return row.seq
  }
}

function fill(db: Database.Database, writeAll: (jobs: Job[]) => void, { requests, messages }: RelaySize): void {
  const add = db.prepare('insert into request(id, status, operator_id, queue_id) values (?, 1, ?, ?)')
  db.transaction(() => {
    for (let i = 1; i <= requests; i++) add.run(i, i % 50, i % 20)
  })()
  const body = 'x'.repeat(90)
  const jobOf = (n: number): Job => ({
    message: { id: n, request: 1 + ((n * 7919) % requests), author: 0, body },
    done: () => {},
    seq: 0,
  })
  for (let n = 0; n < messages; n += 5_000)
    writeAll(Array.from({ length: Math.min(5_000, messages - n) }, (_, i) => jobOf(n + i)))
}

/** What one turn of the event loop brings shares one COMMIT; nobody is answered before it. */
function grouped(writeAll: (jobs: Job[]) => void): Put {
  let jobs: Job[] = []
  const flush = (): void => {
    const batch = jobs
    jobs = []
    writeAll(batch)
    for (const job of batch) job.done(job.seq)
  }
  return (message, done) => {
    jobs.push({ message, done, seq: 0 })
    if (jobs.length === 1) setImmediate(flush)
  }
}
