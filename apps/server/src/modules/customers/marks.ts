import type { CustomerMark } from '@care/contract'
import { domainOf } from '@care/domain'
import { desc, eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { readPhone, shownPhone } from './read-phone.ts'
import type { CustomerRecord } from './store.ts'

/** Data that nobody has changed or confirmed for so long may have become wrong. */
const oldAfterMs = 365 * 86_400_000

/** What is missing or old, with what would mend it (row C2). */
export async function marksOf(db: Reader, row: CustomerRecord, now: number): Promise<CustomerMark[]> {
  const marks: CustomerMark[] = []
  if (row.email === '' && row.phone === '') marks.push({ kind: 'noContact' })
  const company = await companyByDomain(db, row)
  if (company) marks.push({ kind: 'company', ...company })
  const language = row.language === null ? await languageOfVisitor(db, row.id) : null
  if (language !== null) marks.push({ kind: 'language', language })
  if (row.phone !== '' && !row.phoneDigits?.startsWith('+')) {
    const read = readPhone(row.phone, row)
    marks.push({ kind: 'phoneCountry', fix: read?.isInternational && read.normal ? shownPhone(read.normal) : null })
  }
  const since = Math.max(row.updatedAt, row.checkedAt ?? 0)
  if (now - since > oldAfterMs) marks.push({ kind: 'old', since })
  return marks
}

async function companyByDomain(db: Reader, row: CustomerRecord) {
  return row.companyId === null ? companyOfAddress(db, row.email) : null
}

/** The company whose people have the domain of this mail address (row E2). */
export async function companyOfAddress(db: Reader, email: string) {
  const domain = domainOf(email)
  if (domain === '') return null
  const { companies, companyDomains } = db.t
  const [company] = await db
    .select({ id: companies.id, name: companies.name })
    .from(companyDomains)
    .innerJoin(companies, eq(companies.id, companyDomains.companyId))
    .where(eq(companyDomains.domain, domain))
  return company ? { company, domain } : null
}

async function languageOfVisitor(db: Reader, customerId: string): Promise<string | null> {
  const { visitors } = db.t
  const [visitor] = await db
    .select({ language: visitors.language })
    .from(visitors)
    .where(eq(visitors.customerId, customerId))
    .orderBy(desc(visitors.lastSeenAt))
    .limit(1)
  return visitor?.language ?? null
}
