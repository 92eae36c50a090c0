import type { NewChannel } from '@care/contract'
import { channelLimits, type SettingField } from '@care/domain/channels'
import { count, isNull } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { settingsAfter } from '../settings.ts'
import { checkPlaces, freeName, untried } from '../store.ts'

export interface AddChannel extends NewChannel {
  /** Made by the caller: the secrets are sealed for it. */
  channelId: string
  /** Of its kind. */
  fields: readonly SettingField[]
}

/**
 * Makes a channel that is off. Refuses settings that its kind does not take (INVALID_INPUT), a name that is taken
 * (NAME_TAKEN), and more than 200 channels (NOT_ALLOWED_NOW).
 */
export const addChannel = command({
  name: 'add-channel',
  action: 'settings.channels',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { channelId, fields, name, kind, queueId, typeId, locationId, ...given }: AddChannel) {
    const { channels } = ctx.tx.t
    await inTurn(ctx.tx, 'channels')
    const [known] = await ctx.tx.select({ total: count() }).from(channels).where(isNull(channels.removedAt))
    if (Number(known?.total ?? 0) >= channelLimits.channels)
      throw new AppError('NOT_ALLOWED_NOW', `${channelLimits.channels} channels at most`)
    const places = { queueId, typeId, locationId }
    await checkPlaces(ctx, places)
    await ctx.tx.insert(channels).values({
      id: channelId,
      kind,
      ...(await freeName(ctx, name, channelId)),
      isOn: false,
      ...places,
      ...settingsAfter(fields, { settings: {}, secrets: {} }, given),
      ...untried,
      createdAt: ctx.now,
      version: 1,
    })
    ctx.emit('channel.added', { channelId, kind })
    return { channelId }
  },
})
