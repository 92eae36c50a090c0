import { foldText } from '@care/domain'
import type { ChannelHealth, ChannelProblem, ChannelSide } from '@care/domain/channels'
import { and, eq, isNull, ne } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { requireLocation, typeById } from '../requests/index.ts'
import { checkQueue } from '../settings/index.ts'
import type {} from './events.ts'

export type ChannelRecord = Reader['t']['channels']['$inferSelect']
export type IntakeRecord = Reader['t']['intakes']['$inferSelect']

/** What a secret is sealed for: moved to another channel or field it does not open. */
export const sealedFor = (channelId: string, field: string): string => `channel:${channelId}:${field}`

/** A channel, also one that was removed. */
export async function anyChannel(db: Reader, channelId: string): Promise<ChannelRecord | null> {
  const { channels } = db.t
  const [row] = await db.select().from(channels).where(eq(channels.id, channelId))
  return row ?? null
}

/** A channel that was not removed, or null. */
export async function findChannel(db: Reader, channelId: string): Promise<ChannelRecord | null> {
  const { channels } = db.t
  const [row] = await db
    .select()
    .from(channels)
    .where(and(eq(channels.id, channelId), isNull(channels.removedAt)))
  return row ?? null
}

/** Takes the row with its version raised: two who change it come one after the other. */
export async function loadForChange({ tx }: Ctx, channelId: string): Promise<ChannelRecord> {
  const { channels } = tx.t
  const [row] = await tx
    .update(channels)
    .set({ version: plus(channels.version, 1) })
    .where(and(eq(channels.id, channelId), isNull(channels.removedAt)))
    .returning()
  if (!row) throw notFound('channel')
  return { ...row, version: row.version - 1 }
}

/** Refuses with NAME_TAKEN a name that another channel has, however it is written. */
export async function freeName(ctx: Ctx, name: string, ownId: string): Promise<{ name: string; nameFolded: string }> {
  const { channels } = ctx.tx.t
  const nameFolded = foldText(name)
  const [other] = await ctx.tx
    .select({ name: channels.name })
    .from(channels)
    .where(and(eq(channels.nameFolded, nameFolded), ne(channels.id, ownId)))
  if (other) throw new AppError('NAME_TAKEN', undefined, { name: other.name })
  return { name, nameFolded }
}

type Places = { [K in 'queueId' | 'typeId' | 'locationId']?: string | null | undefined }

/** Refuses a queue, a request type or a location that is not there or not to be chosen any more. */
export async function checkPlaces(ctx: Ctx, { queueId, typeId, locationId }: Places): Promise<void> {
  if (queueId) await checkQueue(ctx, queueId)
  if (typeId) await typeById(ctx, typeId)
  if (locationId) await requireLocation(ctx, locationId)
}

/** What a channel is said to be before the other side was asked. */
export const untried = {
  health: 'unknown',
  problem: null,
  problemText: null,
  problemAt: null,
  sendHealth: null,
  sendProblem: null,
  sendProblemText: null,
  sendProblemAt: null,
} as const

/** How a side of a channel does. */
export interface Condition {
  side: ChannelSide
  health: ChannelHealth
  problem: ChannelProblem | null
  problemText: string | null
  problemAt: number | null
  lastOkAt: number | null
}

export function conditionOf(channel: ChannelRecord, side: ChannelSide): Condition {
  const { health, problem, problemText, problemAt, lastOkAt } = channel
  if (side === 'receiving') return { side, health, problem, problemText, problemAt, lastOkAt }
  return {
    side,
    health: channel.sendHealth ?? 'unknown',
    problem: channel.sendProblem,
    problemText: channel.sendProblemText,
    problemAt: channel.sendProblemAt,
    lastOkAt: channel.sendLastOkAt,
  }
}

/** The columns that hold how a side does. */
export const columnsOf = ({ side, health, problem, problemText, problemAt, lastOkAt }: Condition) =>
  side === 'receiving'
    ? { health, problem, problemText, problemAt, lastOkAt }
    : {
        sendHealth: health,
        sendProblem: problem,
        sendProblemText: problemText,
        sendProblemAt: problemAt,
        sendLastOkAt: lastOkAt,
      }
