import { command } from '../../../kernel/command.ts'

interface Bookmark {
  channelId: string
  /** How far the other side has been read, in the words of its kind. */
  mark: string
}

/** Keeps how far a channel's other side has been read, after what was read is durable. */
export const keepBookmark = command({
  name: 'keep-bookmark',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { channelId, mark }: Bookmark) {
    const { channelBookmarks } = ctx.tx.t
    const kept = { mark, keptAt: ctx.now }
    await ctx.tx
      .insert(channelBookmarks)
      .values({ channelId, ...kept })
      .onConflictDoUpdate({ target: channelBookmarks.channelId, set: kept })
    return null
  },
})
