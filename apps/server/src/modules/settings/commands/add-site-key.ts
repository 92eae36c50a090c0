import { mostSiteKeys } from '@care/domain/identity'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

export interface AddSiteKey {
  siteId: string
  keyId: string
  /** The secret, sealed; made by the caller, so that no stored answer of a command holds it. */
  sealed: string
}

/** Adds a key by which a site signs its visitors (row M8). Refuses NOT_ALLOWED_NOW beyond two in force. */
export const addSiteKey = command({
  name: 'add-site-key',
  action: 'settings.sites',
  async load(ctx, { siteId }: AddSiteKey) {
    const { sites } = ctx.tx.t
    await inTurn(ctx.tx, `keys of site ${siteId}`)
    const [site] = await ctx.tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId))
    if (!site) throw notFound('site')
    return site
  },
  allow: () => true,
  async run(ctx, _site, { siteId, keyId, sealed }) {
    const { siteKeys } = ctx.tx.t
    const inForce = await ctx.tx
      .select({ id: siteKeys.id })
      .from(siteKeys)
      .where(and(eq(siteKeys.siteId, siteId), isNull(siteKeys.revokedAt)))
    if (inForce.length >= mostSiteKeys)
      throw new AppError('NOT_ALLOWED_NOW', `a site has ${mostSiteKeys} keys in force at most; revoke one first`)
    await ctx.tx.insert(siteKeys).values({
      id: keyId,
      siteId,
      sealed,
      createdAt: ctx.now,
      createdById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      revokedAt: null,
    })
    ctx.emit('siteKey.added', { siteId, keyId })
    return { keyId }
  },
})
