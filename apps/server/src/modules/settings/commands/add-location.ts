import type { Api, BodyOf } from '@care/contract'
import { foldText, limits } from '@care/domain'
import { and, count, eq, ne } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'

/** Names are one however they are written. Refuses NAME_TAKEN with who has it. */
export async function requireFreeName(ctx: Ctx, name: string, exceptId = ''): Promise<string> {
  const { locations } = ctx.tx.t
  const nameFolded = foldText(name)
  const [taken] = await ctx.tx
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.nameFolded, nameFolded), ne(locations.id, exceptId)))
  if (taken) throw new AppError('NAME_TAKEN', 'another location has this name', { locationId: taken.id })
  return nameFolded
}

/** Adds a location that requests may belong to. */
export const addLocation = command({
  name: 'add-location',
  action: 'settings.locations',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { name }: BodyOf<Api['addLocation']>) {
    const { locations } = ctx.tx.t
    await inTurn(ctx.tx, 'locations')
    const [known] = await ctx.tx.select({ total: count() }).from(locations)
    if (Number(known?.total ?? 0) >= limits.locations)
      throw new AppError('NOT_ALLOWED_NOW', 'there are too many locations already')
    const nameFolded = await requireFreeName(ctx, name)
    const locationId = ctx.newId()
    await ctx.tx
      .insert(locations)
      .values({ id: locationId, name, nameFolded, isActive: true, createdAt: ctx.now, version: 1 })
    ctx.emit('location.added', { locationId })
    return { locationId }
  },
})
