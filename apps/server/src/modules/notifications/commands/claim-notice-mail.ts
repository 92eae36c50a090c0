import { isMailed } from '@care/domain'
import { mailLeaseMs } from '@care/domain/mail'
import { and, asc, eq, inArray, lte } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { settingsOf } from '../settings.ts'

/** What one mail is to tell, and to whom. */
export interface ClaimedNotices {
  operatorId: string
  to: string
  /** Null: he has chosen none. */
  language: string | null
  ids: string[]
  /** Until then nobody else sends it; `settleNoticeMail` knows them by it. */
  leaseUntil: number
}

/** So many one mail tells of; the rest has one of its own. */
const mostAtOnce = 100

/**
 * Takes what somebody is to be told by mail by now: one process does, and what was taken and not heard of any more is taken
 * again. Looked at once more: what is handled or read meanwhile, not wanted by mail any more, or of somebody who is not
 * active needs no mail. Null when nothing is left.
 */
export const claimNoticeMail = command({
  name: 'claim-notice-mail',
  action: [],
  load: async (_ctx, input: { operatorId: string }) => input,
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, { operatorId }): Promise<ClaimedNotices | null> {
    const { notifications, operators } = ctx.tx.t
    const leaseUntil = ctx.now + mailLeaseMs
    const due = await takeDue(ctx, operatorId, leaseUntil)
    if (due.length === 0) return null
    const [operator] = await ctx.tx
      .select({ email: operators.email, language: operators.language, isActive: operators.isActive })
      .from(operators)
      .where(eq(operators.id, operatorId))
    const { ways } = await settingsOf(ctx.tx, operatorId)
    const isWanted = (row: (typeof due)[number]): boolean =>
      operator?.isActive === true &&
      operator.email !== '' &&
      row.seenAt === null &&
      row.handledAt === null &&
      isMailed(ways, row.kind)
    const idle = due.filter((row) => !isWanted(row)).map(({ id }) => id)
    if (idle.length > 0) await ctx.tx.update(notifications).set({ mailAt: null }).where(inArray(notifications.id, idle))
    const ids = due.filter(isWanted).map(({ id }) => id)
    if (!operator || ids.length === 0) return null
    return { operatorId, to: operator.email, language: operator.language, ids, leaseUntil }
  },
})

async function takeDue(ctx: Ctx, operatorId: string, leaseUntil: number) {
  const { notifications } = ctx.tx.t
  const isDue = and(eq(notifications.operatorId, operatorId), lte(notifications.mailAt, ctx.now))
  const rows = await ctx.tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(isDue)
    .orderBy(asc(notifications.mailAt), asc(notifications.id))
    .limit(mostAtOnce)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return ctx.tx
    .update(notifications)
    .set({ mailAt: leaseUntil })
    .where(and(isDue, inArray(notifications.id, ids)))
    .returning()
}
