import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { loadForChange } from '../store.ts'

/** Removes a channel with its secrets. While something that came by it is known, its row stays, without a name of its own. */
export const removeChannel = command({
  name: 'remove-channel',
  action: 'settings.channels',
  load: (ctx, { channelId }: { channelId: string }) => loadForChange(ctx, channelId),
  allow: () => true,
  async run(ctx, { id, version }) {
    const { channels, intakes, channelLeases } = ctx.tx.t
    const [came] = await ctx.tx.select({ id: intakes.id }).from(intakes).where(eq(intakes.channelId, id)).limit(1)
    if (came)
      await ctx.tx
        .update(channels)
        .set({ removedAt: ctx.now, isOn: false, secrets: {}, nameFolded: `removed ${id}`, version: version + 1 })
        .where(eq(channels.id, id))
    else await ctx.tx.delete(channels).where(eq(channels.id, id))
    await ctx.tx.delete(channelLeases).where(eq(channelLeases.channelId, id))
    ctx.emit('channel.removed', { channelId: id })
    return { ok: true as const }
  },
})
