import { splitFullName } from '@care/domain'
import { and, eq } from 'drizzle-orm'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { CustomerField } from './events.ts'
import { type CustomerRecord, findCustomer } from './store.ts'
import { rewriteWords } from './words.ts'

interface Typed {
  name?: string
  email?: string
  language?: string | null
}

/**
 * Fills what is still unknown of a visitor's customer from what he typed before the chat (rule 1). What an operator
 * or an earlier visit has set is kept.
 */
export async function identifyVisitorCustomer(ctx: Ctx, customerId: string, typed: Typed): Promise<void> {
  const found = await findCustomer(ctx.tx, customerId)
  if (!found) throw new Error(`visitor's customer ${customerId} is missing`)
  const { row, companyName } = found
  const filled = newlyKnown(row, typed)
  const fields = (['name', 'email', 'language'] as const).filter((field) => field in filled) satisfies CustomerField[]
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
