import { asc, eq, gt } from '../../db/drizzle.ts'
import { system } from '../../kernel/actor.ts'
import { wholeUpTo } from '../../kernel/log-reader.ts'
import type { Services } from '../../kernel/services.ts'
import { affectedBy, type LoggedEvent, unsearchedBehind } from './affected.ts'
import { beginSearch } from './commands/begin-search.ts'
import { putDocuments, type SearchReader } from './commands/put-documents.ts'
import { remake } from './make.ts'

type Needs = Pick<Services, 'store' | 'execute' | 'clock'>
const atOnce = 500
/** Read before documents are made: where much is said in few requests, each of them is made once. */
const mostEvents = 10_000

/**
 * Reads on in the log of events and makes the search know what has changed, in transactions of a few documents: a
 * message pays nothing for it. Reading the same again changes nothing, so a crash loses nothing, and any number of
 * processes may do it. False when there is nothing more.
 */
export async function followSearch({ store, execute, clock }: Needs): Promise<{ isMore: boolean }> {
  const from = await placeOf({ store, execute, clock }, 'search')
  const rows = await eventsBehind(store, from)
  if (rows.length === 0) return { isMore: false }
  for await (const affected of affectedBy(store.read, rows)) {
    const remade = await remake(store.read, affected)
    if (remade.length === 0) continue
    const isPut = await execute(putDocuments, system, { reader: 'search', from, to: from, remade })
    if (!isPut) return { isMore: false }
    await new Promise(setImmediate)
  }
  const to = wholeUpTo(from, rows, clock.now())
  if (to === from) return { isMore: false }
  const isRead = await execute(putDocuments, system, { reader: 'search', from, to, remade: [] })
  return { isMore: isRead && rows.length >= mostEvents }
}

async function eventsBehind({ read, t }: Needs['store'], from: number) {
  const { seq, type, requestId, customerId, at } = t.events
  const rows: Array<LoggedEvent & { at: number }> = []
  for (;;) {
    const page = await read
      .select({ seq, type, requestId, customerId, at })
      .from(t.events)
      .where(gt(seq, rows.at(-1)?.seq ?? from))
      .orderBy(asc(seq))
      .limit(atOnce)
    rows.push(...page)
    if (page.length < atOnce || rows.length >= mostEvents) return rows
    await new Promise(setImmediate)
  }
}

/**
 * Makes documents of requests that came into the database by another way than a command (an import, an update of the
 * product): all by number, once, some at a time; it goes on where it was interrupted. False when there are no more.
 */
export async function searchUnsearched({ store, execute, clock }: Needs): Promise<{ isMore: boolean }> {
  // What changes while they are made is in the log: it has to be followed from before.
  await placeOf({ store, execute, clock }, 'search')
  const from = await placeOf({ store, execute, clock }, 'unsearched')
  const found = await unsearchedBehind(store.read, from)
  if (found === null) return { isMore: false }
  const remade = await remake(
    store.read,
    found.ids.map((id) => ({ id, how: 'anew' as const })),
  )
  const isPut = await execute(putDocuments, system, { reader: 'unsearched', from, to: found.last, remade })
  return { isMore: isPut }
}

async function placeOf({ store, execute }: Needs, reader: SearchReader): Promise<number> {
  const { logReaders } = store.t
  const [row] = await store.read.select().from(logReaders).where(eq(logReaders.name, reader))
  return row?.seq ?? execute(beginSearch, system, { reader })
}
