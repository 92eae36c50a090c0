import { dayMs } from '@care/domain'
import { and, asc, isNotNull, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { purgeMacro } from '../modules/macros/index.ts'
import { purgeView } from '../modules/views/index.ts'

/** Removes views for good a day after they were deleted. */
export const deletedViews: Sweep = {
  name: 'deleted-views',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { savedViews } = store.t
    const old = store.read
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(and(isNotNull(savedViews.deletedAt), lte(savedViews.deletedAt, now - dayMs)))
    return (await old.orderBy(asc(savedViews.deletedAt)).limit(limit)).map((row) => row.id)
  },
  async handle({ execute }, viewId) {
    await execute(purgeView, system, { viewId })
  },
}

/** The same for macros. */
export const deletedMacros: Sweep = {
  name: 'deleted-macros',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { macros } = store.t
    const old = store.read
      .select({ id: macros.id })
      .from(macros)
      .where(and(isNotNull(macros.deletedAt), lte(macros.deletedAt, now - dayMs)))
    return (await old.orderBy(asc(macros.deletedAt)).limit(limit)).map((row) => row.id)
  },
  async handle({ execute }, macroId) {
    await execute(purgeMacro, system, { macroId })
  },
}
