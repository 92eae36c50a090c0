import { and, eq, isNotNull } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { aboutMacro, loadForChange, mayChange, requirePlace } from '../store.ts'

interface OfMacro {
  macroId: string
}

/** Takes a macro away; it can be restored for a day. */
export const deleteMacro = command({
  name: 'delete-macro',
  action: 'requests.edit',
  load: (ctx, { macroId }: OfMacro) => loadForChange(ctx, macroId),
  allow: ({ actor }, macro) => mayChange(actor, macro),
  async run(ctx, macro) {
    const { macros } = ctx.tx.t
    await ctx.tx.update(macros).set({ deletedAt: ctx.now }).where(eq(macros.id, macro.id))
    ctx.emit('macro.deleted', aboutMacro(macro))
    return { ok: true as const }
  },
})

/** Undoes a deletion. Refuses when the owner has as many by now as he may. */
export const restoreMacro = command({
  name: 'restore-macro',
  action: 'requests.edit',
  load: (ctx, { macroId }: OfMacro) => loadForChange(ctx, macroId, { isDeleted: true }),
  allow: ({ actor }, macro) => mayChange(actor, macro),
  async run(ctx, macro) {
    await requirePlace(ctx, macro.owner)
    const { macros } = ctx.tx.t
    const [row] = await ctx.tx.update(macros).set({ deletedAt: null }).where(eq(macros.id, macro.id)).returning()
    if (!row) throw new Error('a macro vanished while it was locked')
    ctx.emit('macro.restored', aboutMacro(row))
    return row
  },
})

/** Removes a deleted macro for good; only the sweep does. */
export const purgeMacro = command({
  name: 'purge-macro',
  action: [],
  load: async (_ctx, input: OfMacro) => input,
  allow: () => false,
  async run(ctx, { macroId }) {
    const { macros } = ctx.tx.t
    const [gone] = await ctx.tx
      .delete(macros)
      .where(and(eq(macros.id, macroId), isNotNull(macros.deletedAt)))
      .returning()
    if (gone) ctx.emit('macro.purged', aboutMacro(gone))
    return null
  },
})
