import { familyLevels } from '@care/domain'
import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import { inTurn } from '../../db/sql.ts'
import type { Ctx } from '../../kernel/command.ts'

/** Who changes parents waits for his turn, so that two at once cannot close a circle that neither of them sees. */
export const familyTurn = (ctx: Ctx): Promise<void> => inTurn(ctx.tx, 'request-family')

/** The request's parent, its parent and so on, nearest first. A circle, which must not be, would end it. */
export async function above(ctx: Ctx, requestId: string): Promise<string[]> {
  const { requests } = ctx.tx.t
  const found: string[] = []
  let id: string | null = requestId
  while (id !== null && found.length <= familyLevels) {
    const rows: Array<{ parentId: string | null }> = await ctx.tx
      .select({ parentId: requests.parentId })
      .from(requests)
      .where(eq(requests.id, id))
    id = rows[0]?.parentId ?? null
    if (id !== null) found.push(id)
  }
  return found
}

/** How many levels of parts it has. */
export async function levelsBelow(ctx: Ctx, requestId: string): Promise<number> {
  const { requests } = ctx.tx.t
  let level = 0
  let ids = [requestId]
  while (level <= familyLevels) {
    const parts = await ctx.tx
      .select({ id: requests.id })
      .from(requests)
      .where(and(inArray(requests.parentId, ids), isNull(requests.mergedIntoId)))
    if (parts.length === 0) return level
    ids = parts.map(({ id }) => id)
    level += 1
  }
  return level
}
