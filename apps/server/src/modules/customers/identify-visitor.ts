import { foldEmail, splitFullName } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { CustomerField } from './events.ts'
import { matchCustomer } from './match-customer.ts'
import { readPhone } from './read-phone.ts'
import { type CustomerRecord, emailInTurn, findCustomer } from './store.ts'
import { rewriteWords } from './words.ts'

interface Typed {
  name?: string
  email?: string
  language?: string | null
}
/** What his site signs of him; a number that is none is left out. */
interface Signed extends Typed {
  phone?: string
}

/**
 * Fills what is still unknown of a visitor's customer from what he typed before the chat (rule 1). What an operator
 * or an earlier visit has set is kept.
 */
export async function identifyVisitorCustomer(ctx: Ctx, customerId: string, typed: Typed): Promise<void> {
  await fill(ctx, customerId, (row) => newlyKnown(row, typed))
}

/** The same from what his site has signed (row M8): his address and number are his own, and mail from there is matched. */
export async function fillSignedCustomer(ctx: Ctx, customerId: string, signed: Signed): Promise<void> {
  const email = foldEmail(signed.email ?? '')
  if (email !== '') await emailInTurn(ctx, email)
  const match = await matchCustomer(ctx.tx, [{ kind: 'mail', issuer: '', value: email, isProven: true }])
  await fill(ctx, customerId, (row) => {
    const known = newlyKnown(row, signed)
    const isHis = email !== '' && row.emailFolded === null && foldEmail(known.email ?? row.email) === email
    const phone = signed.phone && row.phone === '' ? readPhone(signed.phone, { ...row, ...signed })?.normal : null
    return {
      ...known,
      // Another's address is shown all the same, and the two are offered for linking.
      ...(isHis && match.is === 'new' ? { email: signed.email ?? '', emailFolded: email } : {}),
      ...(phone ? { phone: signed.phone ?? '', phoneDigits: phone } : {}),
    }
  })
}

async function fill(
  ctx: Ctx,
  customerId: string,
  newOf: (row: CustomerRecord) => Partial<CustomerRecord>,
): Promise<void> {
  const found = await findCustomer(ctx.tx, customerId)
  if (!found) throw new Error(`visitor's customer ${customerId} is missing`)
  const { row, companyName } = found
  const filled = newOf(row)
  const fields = (['name', 'email', 'phone', 'language'] as const).filter(
    (field) => field in filled,
  ) satisfies CustomerField[]
  if (fields.length === 0) return
  const { customers } = ctx.tx.t
  const [after] = await ctx.tx
    .update(customers)
    .set({ ...filled, updatedAt: ctx.now, version: row.version + 1 })
    .where(and(eq(customers.id, customerId), eq(customers.version, row.version)))
    .returning()
  // An operator saved in the same instant; the widget repeats its call with the same key.
  if (!after) throw new AppError('UNAVAILABLE')
  await rewriteWords(ctx, { ...after, companyName })
  ctx.emit('customer.edited', { customerId, fields, version: after.version })
}

function newlyKnown(row: CustomerRecord, typed: Typed): Partial<CustomerRecord> {
  return {
    ...(row.name === '' && typed.name ? { name: typed.name, ...splitFullName(typed.name) } : {}),
    // Anyone can type anyone's address. So it is shown and searched, but `emailFolded`, by which mail is matched,
    // stays empty: a stranger neither gets into the customer whose address he typed, nor catches that one's mail.
    // An operator who knows better sets the address himself, or merges the two.
    ...(row.email === '' && typed.email ? { email: typed.email } : {}),
    ...(row.language === null && typed.language ? { language: typed.language } : {}),
  }
}
