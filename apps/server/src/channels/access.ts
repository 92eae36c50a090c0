import { type ChannelSide, withStandards } from '@care/domain/channels'
import { system } from '../kernel/actor.ts'
import type { Services } from '../kernel/services.ts'
import { type ChannelRecord, noteHealth, sealedFor } from '../modules/channels/index.ts'
import { AppError } from '../kernel/app-error.ts'
import type { Access, ChannelKind } from './channel.ts'
import { troubleOf } from './trouble.ts'

/** A channel's settings and its secrets, opened. Throws SealedElsewhere. */
export function accessTo(
  { secrets }: Pick<Services, 'secrets'>,
  kind: Pick<ChannelKind, 'fields'>,
  channel: ChannelRecord,
  signal: AbortSignal,
): Access {
  const opened = Object.entries(channel.secrets).map(
    ([field, sealed]) => [field, secrets.open(sealed, sealedFor(channel.id, field))] as const,
  )
  return {
    channelId: channel.id,
    settings: withStandards(kind.fields, channel.settings),
    secrets: Object.fromEntries(opened),
    signal,
  }
}

type Noted = Pick<ChannelRecord, 'id' | 'version'>

/** Notes that the other side was reached, where that is news. Settings that changed meanwhile make it none. */
export async function noteWell(
  { execute }: Pick<Services, 'execute'>,
  { id: channelId, version }: Noted,
  side: ChannelSide = 'receiving',
): Promise<void> {
  await unlessOvertaken(execute(noteHealth, system, { channelId, version, side, trouble: null }))
}

const newsMs = 60_000

/** The same of a channel that was just read: what is no news costs no transaction of its own. */
export async function noteStillWell(services: Services, channel: ChannelRecord): Promise<void> {
  const isNews = channel.health !== 'ok' || (channel.lastOkAt ?? 0) < services.clock.now() - newsMs
  if (isNews) await noteWell(services, channel)
}

export async function noteTrouble(
  { execute }: Services,
  { id: channelId, version }: Noted,
  error: unknown,
  secrets?: Readonly<Record<string, string>>,
  side: ChannelSide = 'receiving',
): Promise<void> {
  const trouble = troubleOf(error, secrets)
  await unlessOvertaken(execute(noteHealth, system, { channelId, version, side, trouble }))
}

/** It was edited or removed meanwhile: what was found out is about what is no more. */
async function unlessOvertaken(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}
