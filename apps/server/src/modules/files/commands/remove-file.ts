import { and, eq, isNull } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

/** Forgets an upload that no message took. Says whether the bytes may go too. */
export const removeFile = command({
  name: 'remove-file',
  action: 'nobody',
  load: async (_ctx, input: { fileId: string }) => input,
  // Only the sweep, which is the system and is not asked.
  allow: () => false,
  async run(ctx, { fileId }) {
    const { files } = ctx.tx.t
    const gone = await ctx.tx
      .delete(files)
      .where(and(eq(files.id, fileId), isNull(files.activityId), isNull(files.heldBy)))
      .returning({ id: files.id })
    return { isGone: gone.length > 0 }
  },
})
