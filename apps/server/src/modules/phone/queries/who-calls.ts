import { shownName } from '@care/domain'
import { and, desc, eq, inArray, isNotNull, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { matchCustomer } from '../../customers/index.ts'
import { lineOfOperator, numberOf, type PhoneSystem } from '../store.ts'

export interface Caller {
  name: string | null
  /** The line of who has his latest open request. */
  agent: { userName: string; extension: string | null } | null
}

/** Who calls, by his number: name and the operator who looks after him; by indexes only, since a phone system waits for it. */
export async function whoCalls(db: Reader, system: PhoneSystem, from: string): Promise<Caller> {
  const number = numberOf(from, system.country)
  if (number === null) return { name: null, agent: null }
  const matched = await matchCustomer(db, [{ kind: 'phone', value: number, issuer: '', isProven: true }])
  if (matched.is !== 'known') return { name: null, agent: null }
  const { customerId } = matched
  const { customers } = db.t
  const [customer] = await db.select().from(customers).where(eq(customers.id, customerId))
  const line = await lineOfOperator(db, system.channelId, await assigneeOf(db, customerId))
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
