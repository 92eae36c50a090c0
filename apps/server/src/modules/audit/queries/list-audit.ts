import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { shownName } from '@care/domain'
import { desc, eq } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, alias } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'

/** Who looked at what and who changed whose account, latest first. */
export async function listAudit(
  db: Reader,
  { cursor, limit }: QueryOf<Api['listAudit']>,
): Promise<ResponseOf<Api['listAudit']>> {
  const { auditEntries, operators, requests, customers } = db.t
  const accounts = alias(operators, 'accounts')
  const at = readCursor(cursor, ['number', 'string'])
  const rows = await db
    .select({
      entry: auditEntries,
      operator: { id: operators.id, name: operators.name },
      account: { id: accounts.id, name: accounts.name },
      request: { id: requests.id, number: requests.number },
      customer: { id: customers.id, name: customers.name, email: customers.email, phone: customers.phone },
    })
    .from(auditEntries)
    .innerJoin(operators, eq(operators.id, auditEntries.operatorId))
    // The subject of a look is a call, whose id is no account's.
    .leftJoin(accounts, eq(accounts.id, auditEntries.subjectId))
    .leftJoin(requests, eq(requests.id, auditEntries.requestId))
    .leftJoin(customers, eq(customers.id, auditEntries.customerId))
    .where(at === null ? undefined : after(auditEntries.at, auditEntries.id, { first: at[0], second: at[1] }))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, ({ entry }) => [entry.at, entry.id])
  return {
    items: items.map(({ entry: { id, at: when, kind, subjectId }, operator, account, request, customer }) => ({
      id,
      at: when,
      kind,
      operator,
      subjectId,
      account,
      request,
      customer: customer && { id: customer.id, name: shownName(customer, '') },
    })),
    nextCursor,
  }
}
