import { channelTestMs } from '@care/domain/channels'
import { notFound } from '../kernel/app-error.ts'
import type { Services } from '../kernel/services.ts'
import { system } from '../kernel/actor.ts'
import { findChannel, noteHealth } from '../modules/channels/index.ts'
import { accessTo } from './access.ts'
import { type Access, type ChannelKinds, ChannelTrouble } from './channel.ts'
import { troubleOf } from './trouble.ts'

/**
 * Tries the other side of a channel, on or off, 10 s at most, and keeps how it went. Refuses NOT_FOUND, and CONFLICT when it
 * was changed meanwhile.
 */
export async function testChannel(services: Services, kinds: ChannelKinds, channelId: string): Promise<void> {
  const channel = await findChannel(services.store.read, channelId)
  if (!channel) throw notFound('channel')
  const end = new AbortController()
  let access: Access | undefined
  let trouble: ReturnType<typeof troubleOf> | null = null
  try {
    const kind = kinds.get(channel.kind)
    if (!kind) throw new ChannelTrouble('BROKEN', `this version has no channels of the kind ${channel.kind}`)
    access = accessTo(services, kind, channel, end.signal)
    await within(channelTestMs, kind.test(access))
  } catch (error) {
    trouble = troubleOf(error, access?.secrets)
  } finally {
    end.abort()
  }
  await services.execute(noteHealth, system, { channelId, version: channel.version, trouble })
}

/** Real time: a kind that does not heed its signal keeps nobody waiting. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ChannelTrouble('TIMED_OUT', `no answer in ${ms / 1000} s`)), ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
