import { matchCustomer, shownName } from '@care/domain'
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { lineOfOperator, numberOf, type PhoneSystem } from '../store.ts'

export interface Caller {
  name: string | null
  /** The line of who has his latest open request. */
  agent: { userName: string; extension: string | null } | null
}

/** A number that so many share is a switchboard; it does not say who calls. */
const mostWithOneNumber = 20

/** Who calls, by his number: name and the operator who looks after him; by indexes only, since a phone system waits for it. */
export async function whoCalls(db: Reader, system: PhoneSystem, from: string): Promise<Caller> {
  const number = numberOf(from, system.country)
  if (number === null) return { name: null, agent: null }
  const { customers } = db.t
  const known = await db.select().from(customers).where(eq(customers.phoneDigits, number)).limit(mostWithOneNumber)
  const matched = matchCustomer(
    known.map((row) => ({ id: row.mergedIntoId ?? row.id, email: row.emailFolded, phone: row.phoneDigits })),
    { phone: number },
  )
  if (matched === null) return { name: null, agent: null }
  const [customer] = await db.select().from(customers).where(eq(customers.id, matched))
  const line = await lineOfOperator(db, system.channelId, await assigneeOf(db, matched))
  return {
    name: customer ? shownName(customer, '') || null : null,
    agent: line && { userName: line.userName, extension: line.extension },
  }
}

async function assigneeOf(db: Reader, customerId: string): Promise<string | null> {
  const { requests } = db.t
  const [row] = await db
    .select({ assigneeId: requests.assigneeId })
    .from(requests)
    .where(
      and(
        eq(requests.customerId, customerId),
        inArray(requests.category, ['new', 'active', 'waiting']),
        isNull(requests.mergedIntoId),
        isNotNull(requests.assigneeId),
      ),
    )
    .orderBy(desc(requests.lastUpdateAt), desc(requests.id))
    .limit(1)
  return row?.assigneeId ?? null
}
