import type { Api, BodyOf } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { aboutMacro, mayChange, personOf, requirePlace, requireTargets, shared } from '../store.ts'

/** Makes a macro, own or shared. Refuses steps whose target does not exist. */
export const addMacro = command({
  name: 'add-macro',
  action: 'requests.edit',
  load: async (ctx, { isShared }: BodyOf<Api['addMacro']>) => ({ owner: isShared ? shared : personOf(ctx).id }),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  async run(ctx, { owner }, { name, steps }) {
    await requirePlace(ctx, owner)
    await requireTargets(ctx, steps)
    const { macros } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(macros)
      .values({
        id: ctx.newId(),
        owner,
        name,
        steps,
        uses: 0,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        deletedAt: null,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('macro was not inserted')
    ctx.emit('macro.added', aboutMacro(row))
    return row
  },
})
