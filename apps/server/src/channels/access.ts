import { withStandards } from '@care/domain/channels'
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
export async function noteWell({ execute }: Pick<Services, 'execute'>, channel: Noted): Promise<void> {
  await unlessOvertaken(execute(noteHealth, system, { channelId: channel.id, version: channel.version, trouble: null }))
}

export async function noteTrouble(
  { execute }: Services,
  channel: Noted,
  error: unknown,
  secrets?: Readonly<Record<string, string>>,
): Promise<void> {
  const trouble = troubleOf(error, secrets)
  await unlessOvertaken(execute(noteHealth, system, { channelId: channel.id, version: channel.version, trouble }))
}

/** It was edited or removed meanwhile: what was found out is about what is no more. */
async function unlessOvertaken(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}
