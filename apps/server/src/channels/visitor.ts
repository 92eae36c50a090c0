import { eq } from '../db/drizzle.ts'
import { locked } from '../db/sql.ts'
import { AppError, notFound } from '../kernel/app-error.ts'
import type { Ctx } from '../kernel/command.ts'

/** The visitor and his site; the visitor's row is the lock against two first messages, or calls, from two tabs. */
export async function loadVisitor(ctx: Ctx) {
  if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
  const { visitors, sites } = ctx.tx.t
  const query = ctx.tx
    .select({ visitor: visitors, site: sites })
    .from(visitors)
    .innerJoin(sites, eq(sites.id, visitors.siteId))
    .where(eq(visitors.id, ctx.actor.id))
  const [row] = await locked(ctx.tx, query, visitors)
  if (!row) throw notFound('visitor')
  return row
}
export type LoadedVisitor = Awaited<ReturnType<typeof loadVisitor>>
