import { and, eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { lineOfOperator } from '../store.ts'

/** Takes an operator's line at a phone system away. NOT_FOUND when he has none. */
export const removePhoneLine = command({
  name: 'remove-phone-line',
  action: 'settings.channels',
  async load({ tx }, { channelId, operatorId }: { channelId: string; operatorId: string }) {
    const line = await lineOfOperator(tx, channelId, operatorId)
    if (!line) throw notFound('line')
    return line
  },
  allow: () => true,
  async run(ctx, { channelId, operatorId }) {
    const { phoneLines } = ctx.tx.t
    await ctx.tx
      .delete(phoneLines)
      .where(and(eq(phoneLines.channelId, channelId), eq(phoneLines.operatorId, operatorId)))
    ctx.emit('phoneLine.removed', { channelId, operatorId })
    return { ok: true as const }
  },
})
