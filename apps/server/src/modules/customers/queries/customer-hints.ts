import type { CustomerHints } from '@care/contract'
import { duplicateReasons, foldEmail, foldText, shownName } from '@care/domain'
import { and, desc, eq, inArray, isNull, ne, or } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { groupsOf } from '../groups.ts'
import { marksOf } from '../marks.ts'
import { presentCustomers } from '../present.ts'
import { type CustomerRecord, findCustomer } from '../store.ts'
import { cutWord } from '../words.ts'

const mostDuplicates = 5
const mostSites = 10
/** So many people of his company are compared by name. */
const mostColleagues = 500

/** What could be better about a customer: marks, who may be the same person, merges to undo. Refuses NOT_FOUND. */
export async function getCustomerHints(
  db: Reader,
  viewer: OperatorActor,
  customerId: string,
  now: number,
): Promise<CustomerHints> {
  const found = await findCustomer(db, customerId)
  if (!found) throw notFound('customer')
  return {
    marks: await marksOf(db, found.row, now),
    duplicates: await duplicatesOf(db, viewer, found.row),
    signedAt: await signedAt(db, found.row.id),
    merges: await mergesOf(db, found.row.id),
  }
}

async function duplicatesOf(
  db: Reader,
  viewer: OperatorActor,
  row: CustomerRecord,
): Promise<CustomerHints['duplicates']> {
  const parted = await partedFrom(db, row.id)
  const compared = ({ name, email, phoneDigits, companyId }: CustomerRecord) => ({
    name,
    email,
    phone: phoneDigits,
    companyId,
  })
  const typed = await typedPhones(db, row.id)
  const isTyped = (other: CustomerRecord): boolean => other.phoneDigits !== null && typed.includes(other.phoneDigits)
  const fitting = (await candidatesFor(db, row, typed))
    .filter(({ id }) => !parted.has(id))
    .map((other) => ({ other, sure: duplicateReasons(compared(row), compared(other)) }))
    .map(({ other, sure }) => ({
      other,
      reasons: !sure.includes('phone') && isTyped(other) ? [...sure, 'phone' as const] : sure,
      isByTyped: sure.length === 0,
    }))
    .filter(({ reasons }) => reasons.length > 0)
    // Those with the most reasons first; of the same, those known longest.
    .toSorted((a, b) => b.reasons.length - a.reasons.length || a.other.createdAt - b.other.createdAt)
    .slice(0, mostDuplicates)
  const groups = await groupsOf(
    db,
    fitting.map(({ other }) => other.id),
  )
  const names = await companyNames(
    db,
    fitting.map(({ other }) => other.companyId),
  )
  const shown = await presentCustomers(
    db,
    viewer,
    fitting.map(({ other }) => ({
      row: other,
      companyName: names.get(other.companyId ?? '') ?? '',
      groups: groups.get(other.id) ?? [],
    })),
  )
  return fitting.map(({ other, reasons, isByTyped }, index) => ({
    customer: shown[index] as (typeof shown)[number],
    reasons,
    isUnproven: isByTyped || !isProven(row) || !isProven(other),
    staysId: isProven(row) === isProven(other) ? null : isProven(row) ? row.id : other.id,
  }))
}

/** What a visitor typed himself is shown and searched, and never matched by. */
const isProven = ({ email, emailFolded }: CustomerRecord): boolean => email === '' || emailFolded !== null

const mostTyped = 20
/** Numbers at which he asked to be called back: anybody could type them, so they offer and never match (row C3). */
async function typedPhones(db: Reader, customerId: string): Promise<string[]> {
  const { callbacks, activities } = db.t
  const rows = await db
    .selectDistinct({ phone: callbacks.phone })
    .from(activities)
    .innerJoin(callbacks, eq(callbacks.activityId, activities.id))
    .where(and(eq(activities.customerId, customerId), eq(callbacks.origin, 'customer')))
    .limit(mostTyped)
  return rows.map(({ phone }) => phone)
}

/** By the words of the address, because what a visitor typed himself has no folded one; by number; by company. */
async function candidatesFor(db: Reader, row: CustomerRecord, typed: readonly string[]): Promise<CustomerRecord[]> {
  const { customers, customerWords } = db.t
  const email = cutWord(foldText(foldEmail(row.email)))
  const byEmail =
    email === ''
      ? []
      : await db
          .select({ id: customerWords.customerId })
          .from(customerWords)
          .where(eq(customerWords.word, email))
          .limit(mostColleagues)
  const others = and(ne(customers.id, row.id), isNull(customers.mergedIntoId))
  const byContact = await db
    .select()
    .from(customers)
    .where(
      and(
        others,
        or(
          inArray(customers.id, ['', ...byEmail.map(({ id }) => id)]),
          inArray(customers.phoneDigits, ['', ...typed, ...(row.phoneDigits === null ? [] : [row.phoneDigits])]),
        ),
      ),
    )
    .limit(mostColleagues)
  const colleagues =
    row.companyId === null || row.name === ''
      ? []
      : await db
          .select()
          .from(customers)
          .where(and(others, eq(customers.companyId, row.companyId)))
          .limit(mostColleagues)
  return [...new Map([...byContact, ...colleagues].map((one) => [one.id, one] as const)).values()]
}

async function partedFrom(db: Reader, customerId: string): Promise<Set<string>> {
  const { customerPairs } = db.t
  const rows = await db
    .select()
    .from(customerPairs)
    .where(or(eq(customerPairs.firstId, customerId), eq(customerPairs.secondId, customerId)))
  return new Set(rows.map(({ firstId, secondId }) => (firstId === customerId ? secondId : firstId)))
}

async function companyNames(db: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const { companies } = db.t
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db.select().from(companies).where(inArray(companies.id, known))
  return new Map(rows.map(({ id, name }) => [id, name] as const))
}

async function signedAt(db: Reader, customerId: string): Promise<string[]> {
  const { customerIdentities, sites } = db.t
  const rows = await db
    .selectDistinct({ name: sites.name })
    .from(customerIdentities)
    .innerJoin(sites, eq(sites.id, customerIdentities.issuer))
    .where(and(eq(customerIdentities.customerId, customerId), eq(customerIdentities.kind, 'signed')))
    .orderBy(sites.name)
    .limit(mostSites)
  return rows.map(({ name }) => name)
}

const mostMerges = 10
async function mergesOf(db: Reader, customerId: string): Promise<CustomerHints['merges']> {
  const { customerMerges, customers, operators } = db.t
  const rows = await db
    .select({ merge: customerMerges, source: customers, by: operators.name })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.sourceId))
    .leftJoin(operators, eq(operators.id, customerMerges.mergedById))
    .where(
      and(
        eq(customerMerges.targetId, customerId),
        isNull(customerMerges.undoneAt),
        eq(customers.mergedIntoId, customerId),
      ),
    )
    .orderBy(desc(customerMerges.mergedAt), desc(customerMerges.id))
    .limit(mostMerges)
  return rows.map(({ merge, source, by }) => ({
    id: merge.id,
    sourceId: source.id,
    name: shownName(source, ''),
    mergedAt: merge.mergedAt,
    mergedBy: by,
  }))
}
