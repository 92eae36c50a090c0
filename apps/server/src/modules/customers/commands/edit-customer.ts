import type { CustomerPatch } from '@care/contract'
import { and, eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { changedSince } from '../conflict.ts'
import type { CustomerField } from '../events.ts'
import { writeGroups } from '../groups.ts'
import { rankTasks } from '../move-belongings.ts'
import { changedFields, columnsOf, findCustomer, type LoadedCustomer, requireFreeEmail, valuesOf } from '../store.ts'
import { rewriteWords } from '../words.ts'

interface EditInput {
  customerId: string
  version: number
  patch: CustomerPatch
}

/** Changes the fields given. Refuses with what changed and by whom when `version` is old (rule 4), and EMAIL_TAKEN. */
export const editCustomer = command({
  name: 'edit-customer',
  action: 'customers.edit',
  load: (ctx, input: EditInput) => load(ctx, input.customerId),
  allow: () => true,
  async run(ctx, loaded, { version, patch }) {
    const customerId = loaded.row.id
    const wanted = Object.keys(patch) as CustomerField[]
    if (loaded.row.version !== version) throw await changedSince(ctx, loaded, wanted)
    const before = valuesOf(loaded)
    const fields = changedFields(before, patch)
    if (fields.length === 0) return { customerId }
    const changes = Object.fromEntries(fields.map((field) => [field, patch[field]])) as CustomerPatch
    if (changes.email !== undefined) await requireFreeEmail(ctx, changes.email, customerId)
    const { customers } = ctx.tx.t
    const [row] = await ctx.tx
      .update(customers)
      .set({ ...(await columnsOf(ctx, changes, before)), updatedAt: ctx.now, version: version + 1 })
      .where(and(eq(customers.id, customerId), eq(customers.version, version)))
      .returning()
    // Somebody was faster between the read and the write.
    if (!row) throw await changedSince(ctx, await load(ctx, customerId), wanted)
    if (changes.groups !== undefined) await writeGroups(ctx, customerId, changes.groups)
    await rewriteWords(ctx, { ...row, companyName: changes.companyName ?? before.companyName })
    if (changes.isVip !== undefined) await rankTasks(ctx, customerId, changes.isVip)
    ctx.emit('customer.edited', { customerId, fields, version: row.version })
    return { customerId }
  },
})

async function load(ctx: Ctx, customerId: string): Promise<LoadedCustomer> {
  const found = await findCustomer(ctx.tx, customerId)
  if (!found) throw notFound('customer')
  return found
}
