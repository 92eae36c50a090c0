import type { MacroPatch } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'
import type {} from '../events.ts'
import { aboutMacro, loadForChange, mayChange, requireTargets } from '../store.ts'

interface EditInput {
  macroId: string
  version: number
  patch: MacroPatch
}

/** Changes a macro. Refuses CONFLICT when somebody was faster (rule 4), and steps whose target does not exist. */
export const editMacro = command({
  name: 'edit-macro',
  action: 'requests.edit',
  load: (ctx, { macroId }: EditInput) => loadForChange(ctx, macroId),
  allow: ({ actor }, macro) => mayChange(actor, macro),
  async run(ctx, before, { macroId, version, patch }) {
    await refuseStale(ctx, { type: 'macro.edited', id: { macroId } }, before, version, patch)
    if (patch.steps) await requireTargets(ctx, patch.steps)
    const clean = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const { macros } = ctx.tx.t
    const [row] = await ctx.tx
      .update(macros)
      .set({ ...clean, updatedAt: ctx.now })
      .where(eq(macros.id, macroId))
      .returning()
    if (!row) throw new Error('a macro vanished while it was locked')
    ctx.emit('macro.edited', { ...aboutMacro(row), fields: Object.keys(clean) })
    return row
  },
})
