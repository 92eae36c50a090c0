import { and, eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

export interface ResealLine {
  channelId: string
  operatorId: string
  /** As it was read. */
  before: string
  sealed: string
}

/** Keeps the same password sealed with the key of now. Nothing of the line changes by it, so its version stays. */
export const resealLine = command({
  name: 'reseal-line',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { channelId, operatorId, before, sealed }: ResealLine) {
    const { phoneLines } = ctx.tx.t
    await ctx.tx
      .update(phoneLines)
      .set({ password: sealed })
      .where(
        and(
          eq(phoneLines.channelId, channelId),
          eq(phoneLines.operatorId, operatorId),
          eq(phoneLines.password, before),
        ),
      )
    return null
  },
})
