import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { requireLocation } from '../../requests/index.ts'
import { refuseStale } from '../conflict.ts'
import { checkQueue } from './add-site.ts'

export interface EditSite {
  siteId: string
  version: number
  patch: BodyOf<Api['editSite']>
}

/** Changes a site; refused with the current values when somebody was faster (rule 4). */
export const editSite = command({
  name: 'edit-site',
  action: 'settings.sites',
  async load({ tx }, { siteId }: EditSite) {
    const { sites } = tx.t
    const [row] = await tx
      .update(sites)
      .set({ version: plus(sites.version, 1) })
      .where(eq(sites.id, siteId))
      .returning()
    if (!row) throw notFound('site')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { siteId, version, patch }) {
    await refuseStale(ctx, { type: 'site.edited', id: { siteId } }, before, version, patch)
    if (patch.queueId !== undefined) await checkQueue(ctx, patch.queueId)
    if (patch.locationId) await requireLocation(ctx, patch.locationId)
    const { sites } = ctx.tx.t
    const fields = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    if (Object.keys(fields).length > 0) await ctx.tx.update(sites).set(fields).where(eq(sites.id, siteId))
    ctx.emit('site.edited', { siteId, fields: Object.keys(fields) })
    return null
  },
})
