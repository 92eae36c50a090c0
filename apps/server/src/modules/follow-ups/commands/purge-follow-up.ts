import { and, eq, isNotNull } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'

/** Removes a deleted to-do or deal for good. Only the product itself does it, when nobody can bring it back any more. */
export const purgeFollowUp = command({
  name: 'purge-follow-up',
  action: 'nobody',
  load: () => Promise.resolve(null),
  allow: () => false,
  async run(ctx, _none, { kind, id }: { kind: 'todo' | 'deal'; id: string }) {
    const { todos, deals } = ctx.tx.t
    const table = kind === 'todo' ? todos : deals
    const gone = await ctx.tx
      .delete(table)
      .where(and(eq(table.id, id), isNotNull(table.deletedAt)))
      .returning({ id: table.id })
    if (gone.length === 0) throw notFound(kind)
    if (kind === 'todo') ctx.emit('todo.purged', { todoId: id })
    else ctx.emit('deal.purged', { dealId: id })
    return { ok: true as const }
  },
})
