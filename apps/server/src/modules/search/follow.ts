import { asc, eq, gt } from 'drizzle-orm'
import { system } from '../../kernel/actor.ts'
import { wholeUpTo } from '../../kernel/log-reader.ts'
import type { Services } from '../../kernel/services.ts'
import { affectedBy, unsearchedBehind } from './affected.ts'
import { beginSearch } from './commands/begin-search.ts'
import { putDocuments, type SearchReader } from './commands/put-documents.ts'
import { remake } from './make.ts'

type Needs = Pick<Services, 'store' | 'execute' | 'clock'>
const mostEvents = 200

/**
 * Reads on in the log of events and makes the search know what has changed, in transactions of a few documents: a
 * message pays nothing for it. Reading the same again changes nothing, so a crash loses nothing, and any number of
 * processes may do it. False when there is nothing more.
 */
export async function followSearch({ store, execute, clock }: Needs): Promise<{ isMore: boolean }> {
  const from = await placeOf({ store, execute, clock }, 'search')
  const { events } = store.t
  const rows = await store.read
    .select({
      seq: events.seq,
      type: events.type,
      facts: events.facts,
      requestId: events.requestId,
      customerId: events.customerId,
      at: events.at,
    })
    .from(events)
    .where(gt(events.seq, from))
    .orderBy(asc(events.seq))
    .limit(mostEvents)
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
  return { isMore: isRead && rows.length === mostEvents }
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
    found.ids.map((id) => ({ id, isAnew: true })),
  )
  const isPut = await execute(putDocuments, system, { reader: 'unsearched', from, to: found.last, remade })
  return { isMore: isPut }
}

async function placeOf({ store, execute }: Needs, reader: SearchReader): Promise<number> {
  const { logReaders } = store.t
  const [row] = await store.read.select().from(logReaders).where(eq(logReaders.name, reader))
  return row?.seq ?? execute(beginSearch, system, { reader })
}
