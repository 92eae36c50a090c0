import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { inTurn, plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../conflict.ts'
import { requireFreeName } from './add-location.ts'

export interface EditLocation {
  locationId: string
  version: number
  patch: BodyOf<Api['editLocation']>
}

/** Renames a location or switches it off or on; what belongs to it stays with it. */
export const editLocation = command({
  name: 'edit-location',
  action: 'settings.locations',
  async load({ tx }, { locationId }: EditLocation) {
    const { locations } = tx.t
    await inTurn(tx, 'locations')
    const [row] = await tx
      .update(locations)
      .set({ version: plus(locations.version, 1) })
      .where(eq(locations.id, locationId))
      .returning()
    if (!row) throw notFound('location')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { locationId, version, patch }) {
    await refuseStale(ctx, { type: 'location.edited', id: { locationId } }, before, version, patch)
    const { locations } = ctx.tx.t
    const fields = {
      ...(patch.name === undefined
        ? {}
        : { name: patch.name, nameFolded: await requireFreeName(ctx, patch.name, locationId) }),
      ...(patch.isActive === undefined ? {} : { isActive: patch.isActive }),
    }
    if (Object.keys(fields).length > 0) await ctx.tx.update(locations).set(fields).where(eq(locations.id, locationId))
    ctx.emit('location.edited', { locationId, fields: Object.keys(patch) })
    return null
  },
})
