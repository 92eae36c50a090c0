import { and, eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { holdFiles } from '../../files/index.ts'
import { type DraftKey, holderOf, isDraft } from '../store.ts'

/** Forgets a draft that nobody touched for long; its files go the way of other uploads that no message took. */
export const expireDraft = command({
  name: 'expire-draft',
  action: 'nobody',
  load: async (_ctx, input: DraftKey & { updatedAt: number }) => input,
  // Only the sweep, which is the system and is not asked.
  allow: () => false,
  async run(ctx, { updatedAt, ...key }) {
    const { drafts } = ctx.tx.t
    const gone = await ctx.tx
      .delete(drafts)
      .where(and(isDraft(ctx.tx, key), eq(drafts.updatedAt, updatedAt)))
      .returning()
    if (gone.length === 0) throw notFound('draft')
    await holdFiles(ctx, [], `operator:${key.operatorId}`, holderOf(key))
    ctx.emit('draft.expired', key)
  },
})
