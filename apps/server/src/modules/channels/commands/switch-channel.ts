import { and, eq, isNull, ne } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findChannel, untried } from '../store.ts'

/** Switches a channel on or off; one that is so already stays as it is. Switched on, it is tried anew. */
export const switchChannel = command({
  name: 'switch-channel',
  action: 'settings.channels',
  async load({ tx }, { channelId }: { channelId: string; isOn: boolean }) {
    const channel = await findChannel(tx, channelId)
    if (!channel) throw notFound('channel')
    return channel
  },
  allow: () => true,
  async run(ctx, { health, sendHealth }, { channelId, isOn }) {
    const { channels } = ctx.tx.t
    const isTried = isOn && [health, sendHealth].includes('refused')
    const [row] = await ctx.tx
      .update(channels)
      .set({ isOn, ...(isTried ? untried : {}), version: plus(channels.version, 1) })
      .where(and(eq(channels.id, channelId), ne(channels.isOn, isOn), isNull(channels.removedAt)))
      .returning({ id: channels.id })
    if (row) ctx.emit('channel.switched', { channelId, isOn })
    return { isOn }
  },
})
