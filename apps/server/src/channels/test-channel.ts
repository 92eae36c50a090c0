import { channelTestMs, type ChannelSide, type Settings, withStandards } from '@care/domain/channels'
import { notFound } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { system } from '../kernel/actor.ts'
import { type ChannelRecord, findChannel, type NoteHealth, noteHealth } from '../modules/channels/index.ts'
import { accessTo } from './access.ts'
import { type Access, type ChannelKind, type ChannelKinds, ChannelTrouble } from './channel.ts'
import { troubleOf } from './trouble.ts'

/**
 * Tries the other side of a channel, on or off, 10 s at most, each way that it has, and keeps how each went. Refuses
 * NOT_FOUND, and CONFLICT when it was changed meanwhile.
 */
export async function testChannel(services: Services, kinds: ChannelKinds, channelId: string): Promise<void> {
  const channel = await findChannel(services.store.read, channelId)
  if (!channel) throw notFound('channel')
  const kind = kinds.get(channel.kind)
  const sides = kind ? sidesOf(kind, channel.settings) : (['receiving'] as const)
  const { version } = channel
  await Promise.all(
    sides.map(async (side) => {
      const trouble = await tryOne(services, kind, channel, side)
      await services.execute(noteHealth, system, { channelId, version, side, trouble })
    }),
  )
}

/** What there is to try of a channel; one that neither takes in nor sends says at least that it can be set up. */
function sidesOf(kind: ChannelKind, settings: Settings): readonly ChannelSide[] {
  const sides = kind.sidesOf?.(withStandards(kind.fields, settings)) ?? []
  return sides.length > 0 ? sides : ['receiving']
}

async function tryOne(
  services: Services,
  kind: ChannelKind | undefined,
  channel: ChannelRecord,
  side: ChannelSide,
): Promise<NoteHealth['trouble']> {
  const end = new AbortController()
  let access: Access | undefined
  try {
    if (!kind) throw new ChannelTrouble('BROKEN', `this version has no channels of the kind ${channel.kind}`)
    access = accessTo(services, kind, channel, end.signal)
    await within(channelTestMs, kind.test(access, side))
    return null
  } catch (error) {
    return troubleOf(error, access?.secrets)
  } finally {
    end.abort()
  }
}

/** Real time: a kind that does not heed its signal keeps nobody waiting. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ChannelTrouble('TIMED_OUT', `no answer in ${ms / 1000} s`)), ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
