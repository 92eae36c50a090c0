import { and, asc, eq, gt, inArray } from '../../db/drizzle.ts'
import { afterAscending } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Affected } from './make.ts'

/** Requests whose documents are made in one go, and written in one transaction: few, because messages wait meanwhile. */
export const atOnce = 4

export interface LoggedEvent {
  seq: number
  type: string
  requestId: string | null
  customerId: string | null
}

/**
 * The requests whose documents these events may have changed, some at a time: those that they speak of, whoever thought
 * of the event, and all of a customer or a company that was edited or merged. However often one is spoken of, it is made
 * once.
 */
export async function* affectedBy(db: Reader, events: readonly LoggedEvent[]): AsyncGenerator<Affected[]> {
  const spokenOf = new Map<string, Affected['how']>()
  for (const { type, requestId } of events) {
    if (requestId === null) continue
    const how = howOf(type)
    const known = spokenOf.get(requestId) ?? 'more'
    spokenOf.set(requestId, known === 'anew' || how === 'more' ? known : how)
  }
  const direct = [...spokenOf].map(([id, how]): Affected => ({ id, how }))
  for (let from = 0; from < direct.length; from += atOnce) yield direct.slice(from, from + atOnce)
  const ofPeople = events.filter(({ type, requestId }) => requestId === null && /^(customer|company)\./.test(type))
  for await (const customerId of customersOf(db, ofPeople)) yield* ofCustomer(db, customerId)
}

const howOf = (type: string): Affected['how'] =>
  type === 'message.received' || type === 'message.sent' ? 'more' : type.startsWith('message.') ? 'anew' : 'changed'

/** Whose words may be others, each once; of a merge both, because an undone one gives requests back. */
async function* customersOf(db: Reader, logged: readonly LoggedEvent[]): AsyncGenerator<string> {
  const { events, customers } = db.t
  const seen = new Set<string>()
  for (const { seq, type, customerId } of logged) {
    const [row] = await db.select({ facts: events.facts }).from(events).where(eq(events.seq, seq))
    const { sourceId, companyId } = row?.facts ?? {}
    const ids = type.startsWith('company.')
      ? await db
          .select({ id: customers.id })
          .from(customers)
          .where(eq(customers.companyId, String(companyId)))
      : [customerId, sourceId].flatMap((id) => (typeof id === 'string' ? [{ id }] : []))
    for (const { id } of ids) if (!seen.has(id)) yield id
    for (const { id } of ids) seen.add(id)
  }
}

async function* ofCustomer(db: Reader, customerId: string): AsyncGenerator<Affected[]> {
  const { requests } = db.t
  let last: { createdAt: number; id: string } | undefined
  do {
    const rows = await db
      .select({ id: requests.id, createdAt: requests.createdAt })
      .from(requests)
      .where(
        and(
          eq(requests.customerId, customerId),
          last && afterAscending(requests.createdAt, requests.id, { first: last.createdAt, second: last.id }),
        ),
      )
      .orderBy(asc(requests.createdAt), asc(requests.id))
      .limit(atOnce)
    yield rows.map(({ id }) => ({ id, how: 'changed' }))
    last = rows.length < atOnce ? undefined : rows.at(-1)
  } while (last)
}

/** The same for requests beside the log, by number. */
export async function unsearchedBehind(db: Reader, number: number): Promise<{ ids: string[]; last: number } | null> {
  const { requests, searchDocuments } = db.t
  const rows = await db
    .select({ id: requests.id, number: requests.number })
    .from(requests)
    .where(gt(requests.number, number))
    .orderBy(asc(requests.number))
    .limit(atOnce)
  const last = rows.at(-1)
  if (!last) return null
  const known = await db
    .select({ number: searchDocuments.number })
    .from(searchDocuments)
    .where(
      inArray(
        searchDocuments.number,
        rows.map((row) => row.number),
      ),
    )
  const isKnown = new Set(known.map((row) => row.number))
  return { ids: rows.filter((row) => !isKnown.has(row.number)).map(({ id }) => id), last: last.number }
}
