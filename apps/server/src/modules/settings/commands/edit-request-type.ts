import type { Api, BodyOf } from '@care/contract'
import { dayMs } from '@care/domain'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { refuseStale } from '../conflict.ts'

export interface EditRequestType {
  typeId: string
  version: number
  patch: BodyOf<Api['editRequestType']>
}
export const toMs = (days: number): number => Math.ceil(days * dayMs)

/** Sets what a type does after silence and after a reply. Its open requests get their new time at once (rule 8). */
export const editRequestType = command({
  name: 'edit-request-type',
  action: 'settings.requestTypes',
  async load({ tx }, { typeId }: EditRequestType) {
    const { requestTypes } = tx.t
    const [row] = await tx
      .update(requestTypes)
      .set({ version: plus(requestTypes.version, 1) })
      .where(eq(requestTypes.id, typeId))
      .returning()
    if (!row) throw notFound('request type')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { typeId, version, patch }) {
    const now = {
      ...before,
      autoCloseDays: before.autoCloseMs === null ? null : before.autoCloseMs / dayMs,
      reopenDays: before.reopenMs / dayMs,
    }
    await refuseStale(ctx, { type: 'requestType.edited', id: { typeId } }, now, version, patch)
    const { requestTypes } = ctx.tx.t
    const columns = {
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.onReply !== undefined && { onReply: patch.onReply }),
      ...(patch.reopenDays !== undefined && { reopenMs: toMs(patch.reopenDays) }),
      ...(patch.autoCloseDays !== undefined && {
        autoCloseMs: patch.autoCloseDays === null ? null : toMs(patch.autoCloseDays),
      }),
    }
    if (Object.keys(columns).length > 0)
      await ctx.tx.update(requestTypes).set(columns).where(eq(requestTypes.id, typeId))
    if (columns.autoCloseMs !== undefined && columns.autoCloseMs !== before.autoCloseMs)
      await restartClocks(ctx, typeId, columns.autoCloseMs)
    const fields = Object.fromEntries(
      Object.entries(patch).map(([key, to]) => [key, { from: now[key as keyof typeof now] ?? null, to }]),
    )
    ctx.emit('requestType.edited', { typeId, fields })
    return null
  },
})

/** One statement, because a request must never close by a time that no longer holds. */
async function restartClocks(ctx: Ctx, typeId: string, autoCloseMs: number | null): Promise<void> {
  const { requests } = ctx.tx.t
  const at = autoCloseMs === null ? null : plus(requests.lastUpdateAt, autoCloseMs)
  await ctx.tx
    .update(requests)
    .set({ autoCloseAt: at, autoCloseCheckAt: at })
    .where(and(eq(requests.typeId, typeId), ne(requests.category, 'closed'), isNull(requests.snoozedUntil)))
}
