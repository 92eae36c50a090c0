import { channelLimits, type ChannelProblem, healthOf } from '@care/domain/channels'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findChannel } from '../store.ts'

export interface NoteHealth {
  channelId: string
  /** Of the settings that were tried: what was found out with others says nothing. */
  version: number
  /** Null = the other side was reached and all is well. */
  trouble: { problem: ChannelProblem; text: string } | null
}

/** So often at most "still well" is written. */
const stillWellMs = 60_000

/** Keeps how a channel does. Refuses CONFLICT when its settings changed meanwhile. Only a change is an event. */
export const noteHealth = command({
  name: 'note-health',
  action: [],
  async load({ tx }, { channelId }: NoteHealth) {
    const channel = await findChannel(tx, channelId)
    if (!channel) throw notFound('channel')
    return channel
  },
  allow: () => false,
  async run(ctx, before, { channelId, version, trouble }) {
    const health = trouble === null ? 'ok' : healthOf(trouble.problem)
    const problem = trouble?.problem ?? null
    const text = trouble?.text.slice(0, channelLimits.problemText) ?? null
    const isSame = before.health === health && before.problem === problem && before.problemText === text
    if (isSame && trouble === null && (before.lastOkAt ?? 0) > ctx.now - stillWellMs) return { health }
    const { channels } = ctx.tx.t
    const found =
      trouble === null
        ? { health, problem, problemText: null, problemAt: null, lastOkAt: ctx.now }
        : { health, problem, problemText: text, problemAt: ctx.now }
    const [row] = await ctx.tx
      .update(channels)
      .set(found)
      .where(and(eq(channels.id, channelId), eq(channels.version, version), isNull(channels.removedAt)))
      .returning({ id: channels.id })
    if (!row) throw new AppError('CONFLICT', 'the channel was changed meanwhile', { currentVersion: before.version })
    if (!isSame) ctx.emit('channel.healthChanged', { channelId, health, problem })
    return { health }
  },
})
