import type { Api, Company, QueryOf, Ref, ResponseOf } from '@care/contract'
import { and, asc, count, eq, inArray, isNull } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { afterAscending, startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { foldCompany } from '../store.ts'

const shown = 20

/** Companies whose name begins so, however it is written; the first ones when nothing is typed. */
export async function suggestCompanies(db: Reader, search: string): Promise<Ref[]> {
  const { companies } = db.t
  return db
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(startsWith(companies.nameFolded, foldCompany(search)))
    .orderBy(asc(companies.nameFolded))
    .limit(shown)
}

/** The same page by page, with domains and how many people. */
export async function listCompanies(
  db: Reader,
  viewer: OperatorActor,
  { search, cursor, limit }: QueryOf<Api['listCompanies']>,
): Promise<ResponseOf<Api['listCompanies']>> {
  const { companies } = db.t
  const at = readCursor(cursor, ['string', 'string'])
  const behind = at ? afterAscending(companies.nameFolded, companies.id, { first: at[0], second: at[1] }) : undefined
  const rows = await db
    .select()
    .from(companies)
    .where(and(startsWith(companies.nameFolded, foldCompany(search)), behind))
    .orderBy(asc(companies.nameFolded), asc(companies.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, (row) => [row.nameFolded, row.id])
  return { items: await present(db, viewer, page.items), nextCursor: page.nextCursor }
}

/** One company. Refuses with NOT_FOUND. */
export async function getCompany(db: Reader, viewer: OperatorActor, companyId: string): Promise<Company> {
  const { companies } = db.t
  const [company] = await present(db, viewer, await db.select().from(companies).where(eq(companies.id, companyId)))
  if (!company) throw notFound('company')
  return company
}

async function present(
  db: Reader,
  viewer: OperatorActor,
  rows: readonly Reader['t']['companies']['$inferSelect'][],
): Promise<Company[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const { customers } = db.t
  const domains = await domainsOf(db, ids)
  const people = await db
    .select({ companyId: customers.companyId, total: count() })
    .from(customers)
    .where(and(inArray(customers.companyId, ids), isNull(customers.mergedIntoId)))
    .groupBy(customers.companyId)
  return rows.map(({ id, name, version }) => ({
    id,
    name,
    version,
    domains: domains.get(id) ?? [],
    people: Number(people.find(({ companyId }) => companyId === id)?.total ?? 0),
    abilities: { edit: viewer.permissions.has('customers.edit') },
  }))
}

/** Mail domains of companies, in order of name. */
export async function domainsOf(db: Reader, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  const { companyDomains } = db.t
  const rows = await db
    .select()
    .from(companyDomains)
    .where(inArray(companyDomains.companyId, [...companyIds]))
    .orderBy(asc(companyDomains.domain))
  const found = new Map<string, string[]>()
  for (const { companyId, domain } of rows) found.set(companyId, [...(found.get(companyId) ?? []), domain])
  return found
}
