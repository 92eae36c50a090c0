import { and, eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

export interface ResealSiteKey {
  keyId: string
  /** As it was read. */
  before: string
  sealed: string
}

/** Keeps the same secret sealed with the key of now. */
export const resealSiteKey = command({
  name: 'reseal-site-key',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { keyId, before, sealed }: ResealSiteKey) {
    const { siteKeys } = ctx.tx.t
    await ctx.tx
      .update(siteKeys)
      .set({ sealed })
      .where(and(eq(siteKeys.id, keyId), eq(siteKeys.sealed, before)))
    return null
  },
})
