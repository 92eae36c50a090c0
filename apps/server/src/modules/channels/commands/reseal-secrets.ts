import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

export interface ResealSecrets {
  channelId: string
  /** Of the channel as its secrets were read. */
  version: number
  secrets: Record<string, string>
}

/** Keeps the same secrets sealed with the key of now. Nothing of the channel changes by it, so its version stays. */
export const resealSecrets = command({
  name: 'reseal-secrets',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { channelId, version, secrets }: ResealSecrets) {
    const { channels } = ctx.tx.t
    const [row] = await ctx.tx
      .update(channels)
      .set({ secrets })
      .where(and(eq(channels.id, channelId), eq(channels.version, version)))
      .returning({ id: channels.id })
    if (!row) throw new AppError('CONFLICT', 'the channel was changed meanwhile')
    return null
  },
})
