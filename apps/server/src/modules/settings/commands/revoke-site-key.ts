import { and, eq, isNull } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

interface RevokeSiteKey {
  siteId: string
  keyId: string
}

/** Ends a site's key for good; saying it again changes nothing. Sessions that came by it open nothing any more. */
export const revokeSiteKey = command({
  name: 'revoke-site-key',
  action: 'settings.sites',
  async load(ctx, { siteId, keyId }: RevokeSiteKey) {
    const { siteKeys } = ctx.tx.t
    const [key] = await ctx.tx
      .select({ id: siteKeys.id })
      .from(siteKeys)
      .where(and(eq(siteKeys.id, keyId), eq(siteKeys.siteId, siteId)))
    if (!key) throw notFound('key')
    return key
  },
  allow: () => true,
  async run(ctx, _key, { siteId, keyId }) {
    const { siteKeys } = ctx.tx.t
    const [row] = await ctx.tx
      .update(siteKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(siteKeys.id, keyId), isNull(siteKeys.revokedAt)))
      .returning({ id: siteKeys.id })
    if (row) ctx.emit('siteKey.revoked', { siteId, keyId })
    return null
  },
})
