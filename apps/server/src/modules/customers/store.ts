import type { CustomerPatch } from '@care/contract'
import { foldEmail, foldText, splitFullName } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { inTurn, locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { changedAttributes } from './attributes.ts'
import type { CustomerField } from './events.ts'
import { groupsOf } from './groups.ts'
import { type PhoneHints, requirePhone } from './read-phone.ts'

export type CustomerRecord = Reader['t']['customers']['$inferSelect']
/** Fields as people know them: the company by its name. */
export type CustomerValues = { [K in keyof CustomerPatch]-?: Exclude<CustomerPatch[K], undefined> }
export interface LoadedCustomer {
  row: CustomerRecord
  companyName: string
  groups: string[]
}

/** The customer of this id; of an alias, the one it was merged into. So old links and late writes arrive. */
export async function findCustomer(db: Reader, customerId: string): Promise<LoadedCustomer | null> {
  const found = await findRow(db, customerId)
  return found?.row.mergedIntoId ? findRow(db, found.row.mergedIntoId) : found
}

/**
 * The id under which everything of a customer stands; null when there is no such customer. With
 * `isToStay` no merge may change it before the commit.
 */
export async function resolveCustomerId(db: Reader, customerId: string, isToStay = false): Promise<string | null> {
  const { customers } = db.t
  const query = db.select().from(customers).where(eq(customers.id, customerId))
  const [row] = isToStay ? await locked(db, query, customers) : await query
  return row ? (row.mergedIntoId ?? row.id) : null
}

/** The row itself, alias or not. */
export async function findRow(db: Reader, customerId: string): Promise<LoadedCustomer | null> {
  const { customers, companies } = db.t
  const [found] = await db
    .select({ row: customers, companyName: companies.name })
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(eq(customers.id, customerId))
  if (!found) return null
  const groups = await groupsOf(db, [customerId])
  return { row: found.row, companyName: found.companyName ?? '', groups: groups.get(customerId) ?? [] }
}

export const valuesOf = ({ row, companyName, groups }: LoadedCustomer): CustomerValues => ({
  name: row.name,
  email: row.email,
  phone: row.phone,
  companyName,
  language: row.language as CustomerValues['language'],
  timeZone: row.timeZone,
  isVip: row.isVip,
  groups,
  attributes: row.attributes,
})

/** The given fields that differ from what is stored. */
export function changedFields(before: CustomerValues, given: CustomerPatch): CustomerField[] {
  return (Object.keys(given) as CustomerField[]).filter(
    (field) => given[field] !== undefined && !isSame(field, before[field], given[field]),
  )
}

function isSame(field: CustomerField, before: unknown, given: unknown): boolean {
  if (field !== 'attributes') return normal(before) === normal(given)
  const known = before as CustomerValues['attributes']
  return Object.entries(given as object).every(([id, value]) => normal(known[id]) === normal(value))
}
const normal = (value: unknown): string => JSON.stringify(value === '' || value === undefined ? null : value)

/** The columns of the given fields, derived ones included. Refuses PHONE_INVALID. */
export async function columnsOf(
  ctx: Ctx,
  given: CustomerPatch,
  before: Partial<CustomerValues> = {},
): Promise<Partial<CustomerRecord>> {
  const hints: PhoneHints = { ...before, ...given }
  return {
    ...(given.name === undefined ? {} : { name: given.name, ...splitFullName(given.name) }),
    ...(given.email === undefined ? {} : { email: given.email, emailFolded: foldEmail(given.email) || null }),
    ...(given.phone === undefined ? {} : { phone: given.phone, phoneDigits: requirePhone(given.phone, hints) }),
    ...(given.companyName === undefined ? {} : { companyId: await findOrMakeCompany(ctx, given.companyName) }),
    ...(given.language === undefined ? {} : { language: given.language }),
    ...(given.timeZone === undefined ? {} : { timeZone: given.timeZone || null }),
    ...(given.isVip === undefined ? {} : { isVip: given.isVip }),
    ...(given.attributes === undefined
      ? {}
      : { attributes: await changedAttributes(ctx, before.attributes ?? {}, given.attributes) }),
  }
}

/** The form in which companies are one and the same; bounded, because an index row is. */
export const foldCompany = (name: string): string =>
  Array.from(foldText(name.trim()) || name.trim())
    .slice(0, 400)
    .join('')

async function findOrMakeCompany(ctx: Ctx, name: string): Promise<string | null> {
  if (name === '') return null
  const { companies } = ctx.tx.t
  const nameFolded = foldCompany(name)
  const [made] = await ctx.tx
    .insert(companies)
    .values({ id: ctx.newId(), name, nameFolded, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: companies.id })
  if (made) return made.id
  const [known] = await ctx.tx.select({ id: companies.id }).from(companies).where(eq(companies.nameFolded, nameFolded))
  if (!known) throw new AppError('UNAVAILABLE')
  return known.id
}

/**
 * Nobody else sets this folded address until the commit. The column is not unique, so who sets one must look first, and two
 * who look in the same instant would both find it free.
 */
export const emailInTurn = (ctx: Ctx, folded: string): Promise<void> => inTurn(ctx.tx, `customer email ${folded}`)

/** More records than this with one address have never been merged. */
const mostAliases = 100

/** Refuses a mail address that is another customer's, also when both are set in the same instant. */
export async function requireFreeEmail(ctx: Ctx, email: string, exceptId: string | null): Promise<void> {
  const folded = foldEmail(email)
  if (folded === '') return
  await emailInTurn(ctx, folded)
  const { customers } = ctx.tx.t
  const rows = await ctx.tx
    .select({ id: customers.id, mergedIntoId: customers.mergedIntoId })
    .from(customers)
    .where(eq(customers.emailFolded, folded))
    .limit(mostAliases)
  // An address of somebody who was merged into him is his own.
  const owner = rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id).find((id) => id !== exceptId)
  if (owner !== undefined) throw new AppError('EMAIL_TAKEN', 'another customer has this email', { customerId: owner })
}
