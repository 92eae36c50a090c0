import type { ChannelPatch } from '@care/contract'
import type { SettingField } from '@care/domain/channels'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'
import { namesOf, settingsAfter } from '../settings.ts'
import { checkPlaces, freeName, loadForChange, untried } from '../store.ts'

export interface EditChannel {
  channelId: string
  version: number
  /** Of its kind. */
  fields: readonly SettingField[]
  /** Secrets in it are sealed. */
  patch: ChannelPatch
}

/**
 * Changes a channel; it is tried anew with what is set now. Refuses an old version with the current values (rule 4), a
 * taken name and settings that its kind does not take. A secret is nowhere told, also not in the refusal.
 */
export const editChannel = command({
  name: 'edit-channel',
  action: 'settings.channels',
  load: (ctx, { channelId }: EditChannel) => loadForChange(ctx, channelId),
  allow: () => true,
  async run(ctx, before, { channelId, version, fields, patch: { settings, secrets, name, ...places } }) {
    const wanted = { ...places, ...(name === undefined ? {} : { name }), ...(settings ? { settings } : {}) }
    await refuseStale(ctx, { type: 'channel.edited', id: { channelId } }, before, version, wanted)
    await checkPlaces(ctx, places)
    const given = Object.fromEntries(Object.entries(places).filter(([, value]) => value !== undefined))
    const isTried = settings !== undefined || secrets !== undefined
    const { channels } = ctx.tx.t
    await ctx.tx
      .update(channels)
      .set({
        ...given,
        ...(name === undefined ? {} : await freeName(ctx, name, channelId)),
        ...settingsAfter(fields, before, { settings, secrets }),
        ...(isTried ? untried : {}),
        version: version + 1,
      })
      .where(eq(channels.id, channelId))
    const names = [...(name === undefined ? [] : ['name']), ...Object.keys(given), ...namesOf({ settings, secrets })]
    ctx.emit('channel.edited', { channelId, fields: names })
    return { channelId }
  },
})
