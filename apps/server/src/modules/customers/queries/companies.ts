import type { Ref } from '@care/contract'
import { asc } from 'drizzle-orm'
import { startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
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
