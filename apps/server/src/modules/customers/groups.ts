import { foldText, normaliseTag } from '@care/domain'
import { asc, eq, inArray } from '../../db/drizzle.ts'
import { startsWith } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'

export const foldGroup = (name: string): string => foldText(normaliseTag(name)) || normaliseTag(name)

/** The groups of customers, in order of name (row C2). */
export async function groupsOf(db: Reader, customerIds: readonly string[]): Promise<Map<string, string[]>> {
  const { customerGroups } = db.t
  const found = new Map<string, string[]>()
  if (customerIds.length === 0) return found
  const rows = await db
    .select()
    .from(customerGroups)
    .where(inArray(customerGroups.customerId, [...customerIds]))
    .orderBy(asc(customerGroups.groupFolded))
  for (const { customerId, name } of rows) found.set(customerId, [...(found.get(customerId) ?? []), name])
  return found
}

/** Makes the groups of a customer these; one written twice, however, is one. */
export async function writeGroups(ctx: Ctx, customerId: string, names: readonly string[]): Promise<void> {
  const { customerGroups } = ctx.tx.t
  await ctx.tx.delete(customerGroups).where(eq(customerGroups.customerId, customerId))
  const byFolded = new Map(names.map((name) => [foldGroup(name), name] as const))
  const rows = [...byFolded].map(([groupFolded, name]) => ({ groupFolded, customerId, name }))
  if (rows.length > 0) await ctx.tx.insert(customerGroups).values(rows)
}

const suggested = 20

/** Groups whose name begins so, each once. */
export async function suggestGroups(db: Reader, search: string): Promise<string[]> {
  const { customerGroups } = db.t
  const rows = await db
    .selectDistinct({ folded: customerGroups.groupFolded, name: customerGroups.name })
    .from(customerGroups)
    .where(startsWith(customerGroups.groupFolded, foldGroup(search)))
    .orderBy(asc(customerGroups.groupFolded))
    .limit(suggested)
  return [...new Map(rows.map(({ folded, name }) => [folded, name] as const)).values()]
}
