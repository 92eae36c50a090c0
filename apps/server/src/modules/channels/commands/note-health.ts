import { channelLimits, type ChannelProblem, type ChannelSide, healthOf } from '@care/domain/channels'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { columnsOf, conditionOf, findChannel } from '../store.ts'

export interface NoteHealth {
  channelId: string
  /** Of the settings that were tried: what was found out with others says nothing. */
  version: number
  side: ChannelSide
  /** Null = the other side was reached and all is well. */
  trouble: { problem: ChannelProblem; text: string } | null
}

/** So often at most "still well" is written. */
const stillWellMs = 60_000

/** Keeps how a side of a channel does, and since when it is not well. Refuses CONFLICT when its settings changed meanwhile. Only a change is an event. */
export const noteHealth = command({
  name: 'note-health',
  action: [],
  async load({ tx }, { channelId }: NoteHealth) {
    const channel = await findChannel(tx, channelId)
    if (!channel) throw notFound('channel')
    return channel
  },
  allow: () => false,
  async run(ctx, before, { channelId, version, side, trouble }) {
    const known = conditionOf(before, side)
    const health = trouble === null ? 'ok' : healthOf(trouble.problem)
    const problem = trouble?.problem ?? null
    const problemText = trouble?.text.slice(0, channelLimits.problemText) ?? null
    const isSame = known.health === health && known.problem === problem && known.problemText === problemText
    if (isSame && trouble === null && (known.lastOkAt ?? 0) > ctx.now - stillWellMs) return { health }
    const problemAt = trouble === null ? null : (known.problemAt ?? ctx.now)
    const lastOkAt = trouble === null ? ctx.now : known.lastOkAt
    const { channels } = ctx.tx.t
    const [row] = await ctx.tx
      .update(channels)
      .set(columnsOf({ side, health, problem, problemText, problemAt, lastOkAt }))
      .where(and(eq(channels.id, channelId), eq(channels.version, version), isNull(channels.removedAt)))
      .returning({ id: channels.id })
    if (!row) throw new AppError('CONFLICT', 'the channel was changed meanwhile', { currentVersion: before.version })
    if (!isSame) ctx.emit('channel.healthChanged', { channelId, side, health, problem })
    return { health }
  },
})
