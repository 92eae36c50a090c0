import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { afterAscending } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Affected } from './make.ts'

/** Requests whose documents are made in one go. */
export const atOnce = 20

export interface LoggedEvent {
  type: string
  facts: Record<string, unknown>
  requestId: string | null
  customerId: string | null
}

/**
 * The requests whose documents these events may have changed, some at a time: those that they speak of, whoever thought
 * of the event, and all of a customer or a company that was edited or merged.
 */
export async function* affectedBy(db: Reader, events: readonly LoggedEvent[]): AsyncGenerator<Affected[]> {
  const spokenOf = new Map<string, boolean>()
  for (const { type, requestId } of events)
    if (requestId !== null)
      spokenOf.set(requestId, (spokenOf.get(requestId) ?? false) || /^message\.(edited|deleted)$/.test(type))
  const direct = [...spokenOf].map(([id, isAnew]): Affected => ({ id, isAnew }))
  for (let from = 0; from < direct.length; from += atOnce) yield direct.slice(from, from + atOnce)
  for await (const customerId of customersOf(db, events)) yield* ofCustomer(db, customerId)
}

async function* customersOf(db: Reader, events: readonly LoggedEvent[]): AsyncGenerator<string> {
  const ids = new Set<string>()
  for (const { type, requestId, customerId, facts } of events)
    if (requestId === null && type.startsWith('customer.'))
      for (const id of [customerId, facts.sourceId]) if (typeof id === 'string') ids.add(id)
  yield* ids
  const { customers } = db.t
  for (const { type, facts } of events) {
    if (!type.startsWith('company.') || typeof facts.companyId !== 'string') continue
    const rows = await db.select({ id: customers.id }).from(customers).where(eq(customers.companyId, facts.companyId))
    yield* rows.map(({ id }) => id)
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
    yield rows.map(({ id }) => ({ id, isAnew: false }))
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
