import type { Channel, Ref } from '@care/contract'
import { type ChannelSide, type SettingField, type Settings, withStandards, worstOf } from '@care/domain/channels'
import { and, asc, eq, isNull, sql } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { type ChannelRecord, conditionOf } from '../store.ts'

/** What of a kind the list shows with each of its channels. */
export interface ShownKind {
  fields: readonly SettingField[]
  takesHooks: boolean
  /** What of it there is to do well, with these settings. */
  sidesOf(settings: Settings): readonly ChannelSide[]
}
export type KindOf = (kind: string) => ShownKind | undefined

/** So many failures are counted at most. */
const mostCounted = 100

/** All channels by name; of secrets only that they are set. */
export async function listChannels(db: Reader, kindOf: KindOf): Promise<Channel[]> {
  const rows = await joined(db)
  return Promise.all(rows.map(async (row) => present(row, kindOf, await countFailed(db, row.channel.id))))
}

export async function getChannel(db: Reader, kindOf: KindOf, channelId: string): Promise<Channel> {
  const [row] = await joined(db, channelId)
  if (!row) throw notFound('channel')
  return present(row, kindOf, await countFailed(db, channelId))
}

function joined(db: Reader, channelId?: string) {
  const { channels, queues, requestTypes, locations } = db.t
  return db
    .select({ channel: channels, queue: queues.name, type: requestTypes.name, location: locations.name })
    .from(channels)
    .leftJoin(queues, eq(queues.id, channels.queueId))
    .leftJoin(requestTypes, eq(requestTypes.id, channels.typeId))
    .leftJoin(locations, eq(locations.id, channels.locationId))
    .where(and(isNull(channels.removedAt), channelId === undefined ? undefined : eq(channels.id, channelId)))
    .orderBy(asc(channels.nameFolded), asc(channels.id))
}

async function countFailed(db: Reader, channelId: string): Promise<number> {
  const { intakes } = db.t
  const rows = await db
    .select({ id: intakes.id })
    .from(intakes)
    .where(and(eq(intakes.channelId, channelId), sql`state = 'failed'`))
    .limit(mostCounted)
  return rows.length
}

interface Row {
  channel: ChannelRecord
  queue: string | null
  type: string | null
  location: string | null
}
const refOf = (id: string | null, name: string | null): Ref | null => (id === null ? null : { id, name: name ?? '' })

function present({ channel, queue, type, location }: Row, kindOf: KindOf, failedIntakes: number): Channel {
  const { id, kind, name, isOn, version } = channel
  const shown = kindOf(kind)
  const settings = settingsOf(channel.settings, shown)
  const sides = (shown?.sidesOf(settings) ?? receivingOnly).map((side) => conditionOf(channel, side))
  const { side: _, ...worst } = worstOf(sides) ?? conditionOf(channel, 'receiving')
  return {
    id,
    kind,
    name,
    isOn,
    queue: refOf(channel.queueId, queue),
    type: refOf(channel.typeId, type),
    location: refOf(channel.locationId, location),
    settings,
    secrets: Object.fromEntries(Object.keys(channel.secrets).map((field) => [field, { isSet: true as const }])),
    ...worst,
    sides,
    hookPath: shown?.takesHooks ? `/hook/${id}` : null,
    failedIntakes,
    version,
  }
}

const receivingOnly: readonly ChannelSide[] = ['receiving']

/** A kind may have lost a field since: what nobody asks for any more is not shown. */
const settingsOf = (settings: Settings, shown: ShownKind | undefined): Record<string, Settings[string]> => ({
  ...(shown ? withStandards(shown.fields, settings) : settings),
})
