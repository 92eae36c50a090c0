import type { CustomerPatch } from '@care/contract'
import { foldEmail, matchCustomer } from '@care/domain'
import { eq, or } from 'drizzle-orm'
import type { Ctx } from '../../kernel/command.ts'
import type { CustomerField } from './events.ts'
import { companyOfAddress } from './marks.ts'
import { columnsOf, type CustomerRecord, emailInTurn, findRow, requireFreeEmail } from './store.ts'
import { writeGroups } from './groups.ts'
import { readPhone } from './read-phone.ts'
import { rewriteWords } from './words.ts'

/** Makes a customer within a command; with no field known it is a customer without a name (rule 1). Refuses EMAIL_TAKEN. */
export async function makeCustomer(ctx: Ctx, given: CustomerPatch): Promise<CustomerRecord> {
  await requireFreeEmail(ctx, given.email ?? '', null)
  return insertCustomer(ctx, given)
}

async function insertCustomer(ctx: Ctx, given: CustomerPatch): Promise<CustomerRecord> {
  const { customers } = ctx.tx.t
  const [row] = await ctx.tx
    .insert(customers)
    .values({ ...unknown, id: ctx.newId(), createdAt: ctx.now, updatedAt: ctx.now, ...(await columnsOf(ctx, given)) })
    .returning()
  if (!row) throw new Error('customer was not inserted')
  if (given.groups !== undefined) await writeGroups(ctx, row.id, given.groups)
  await rewriteWords(ctx, { ...row, companyName: given.companyName ?? '' })
  const fields = (Object.keys(given) as CustomerField[]).filter((field) => isGiven(given[field]))
  ctx.emit('customer.created', { customerId: row.id, fields, version: row.version })
  return row
}

const isGiven = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)

const unknown = {
  kind: 'customer',
  name: '',
  firstName: '',
  familyName: '',
  email: '',
  emailFolded: null,
  phone: '',
  phoneDigits: null,
  companyId: null,
  language: null,
  timeZone: null,
  isVip: false,
  attributes: {},
  checkedAt: null,
  mergedIntoId: null,
  version: 1,
} as const

/** A number that so many share is a switchboard; it does not say who calls. */
const mostWithOneContact = 20

/**
 * The customer to whom this mail address or phone belongs, else a new one (rules 1, 6). Only for channels that
 * know the sender (mail, call, messenger), never for what somebody typed: see identifyVisitorCustomer.
 */
export async function findOrMakeCustomer(
  ctx: Ctx,
  given: { name?: string; email?: string; phone?: string; language?: CustomerPatch['language'] },
): Promise<CustomerRecord> {
  const { customers } = ctx.tx.t
  const email = foldEmail(given.email ?? '')
  const phone = readPhone(given.phone ?? '', given)?.normal ?? ''
  if (email !== '') await emailInTurn(ctx, email)
  if (email !== '' || phone !== '') {
    const candidates = await ctx.tx
      .select()
      .from(customers)
      .where(
        or(
          email === '' ? undefined : eq(customers.emailFolded, email),
          phone === '' ? undefined : eq(customers.phoneDigits, phone),
        ),
      )
      .limit(mostWithOneContact)
    const known = candidates.map((row) => ({
      id: row.mergedIntoId ?? row.id,
      email: row.emailFolded,
      phone: row.phoneDigits,
    }))
    const matched = matchCustomer(known, { email, phone })
    const row = matched === null ? null : await findRow(ctx.tx, matched)
    if (row) return row.row
  }
  const known = await companyOfAddress(ctx.tx, email)
  // A channel's sender is let in whatever stands in his number.
  const made = { ...given, ...(phone === '' && { phone: '' }), ...(known && { companyName: known.company.name }) }
  return insertCustomer(ctx, made)
}
