import type { Customer } from '@care/contract'
import { count, inArray, max, sql } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { type LoadedCustomer, valuesOf } from './store.ts'

/** Customers as the contract shows them to this viewer; request counts for all of them in one index range each. */
export async function presentCustomers(
  db: Reader,
  viewer: OperatorActor,
  loaded: readonly LoadedCustomer[],
): Promise<Customer[]> {
  const ids = loaded.map(({ row }) => row.id)
  const counts = await countRequests(db, ids)
  const lastContacts = await lastContactsOf(db, ids)
  const abilities = { edit: viewer.permissions.has('customers.edit') }
  return loaded.map((customer) => {
    const { row, companyName } = customer
    const { companyName: _, ...values } = valuesOf(customer)
    return {
      ...values,
      id: row.id,
      kind: row.kind,
      firstName: row.firstName,
      familyName: row.familyName,
      company: row.companyId === null ? null : { id: row.companyId, name: companyName },
      phoneNumber: row.phoneDigits?.startsWith('+') ? row.phoneDigits : null,
      requests: counts.get(row.id) ?? { open: 0, total: 0 },
      lastContactAt: lastContacts.get(row.id) ?? null,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      version: row.version,
      abilities,
    }
  })
}

async function countRequests(db: Reader, ids: readonly string[]): Promise<Map<string, Customer['requests']>> {
  const counts = new Map<string, Customer['requests']>()
  if (ids.length === 0) return counts
  const { requests } = db.t
  const rows = await db
    .select({ customerId: requests.customerId, category: requests.category, total: count() })
    .from(requests)
    .where(inArray(requests.customerId, [...ids]))
    .groupBy(requests.customerId, requests.category)
  for (const { customerId, category, total } of rows) {
    const before = counts.get(customerId) ?? { open: 0, total: 0 }
    counts.set(customerId, { open: before.open + (category === 'closed' ? 0 : total), total: before.total + total })
  }
  return counts
}

/** When something was last said in any of their talks, or one began. */
async function lastContactsOf(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { activities } = db.t
  const rows = await db
    .select({
      customerId: activities.customerId,
      at: max(sql<number>`coalesce(${activities.lastLineAt}, ${activities.startedAt})`).mapWith(Number),
    })
    .from(activities)
    .where(inArray(activities.customerId, [...ids]))
    .groupBy(activities.customerId)
  return new Map(rows.flatMap(({ customerId, at }) => (at === null ? [] : [[customerId, at] as const])))
}
