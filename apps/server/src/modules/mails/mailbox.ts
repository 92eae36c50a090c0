import { and, asc, eq, isNull } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { ChannelRecord } from '../channels/index.ts'

/** The kind of channel that mailboxes are. */
export const mailKind = 'mail'

/** A mailbox of ours, and where what comes to it belongs. */
export interface Mailbox {
  channelId: string
  /** Folded. */
  address: string
  /** Of all our mailboxes. */
  ownAddresses: readonly string[]
  queueId: string
  typeId: string
  locationId: string | null
}

export const addressOfMailbox = ({ settings }: Pick<ChannelRecord, 'settings'>): string =>
  String(settings['address'] ?? '').toLowerCase()

/** Every mailbox that is there, on or off. */
export async function mailboxes(db: Reader): Promise<ChannelRecord[]> {
  const { channels } = db.t
  return db
    .select()
    .from(channels)
    .where(and(eq(channels.kind, mailKind), isNull(channels.removedAt)))
    .orderBy(asc(channels.createdAt), asc(channels.id))
}

/** What a channel of this kind is to its mails. Without a queue or type of its own it has the first and the standard one. */
export async function mailboxOf(db: Reader, channel: ChannelRecord): Promise<Mailbox> {
  const { queues, requestTypes } = db.t
  const all = await mailboxes(db)
  const queueId = channel.queueId ?? (await firstQueue(db))
  const [type] = await db.select({ id: requestTypes.id }).from(requestTypes).where(eq(requestTypes.isDefault, true))
  const typeId = channel.typeId ?? type?.id
  if (queueId === undefined || typeId === undefined)
    throw new AppError('NOT_ALLOWED_NOW', 'there is no queue or no request type for mail')
  return {
    channelId: channel.id,
    address: addressOfMailbox(channel),
    ownAddresses: all.map(addressOfMailbox),
    queueId,
    typeId,
    locationId: channel.locationId,
  }

  async function firstQueue(reader: Reader): Promise<string | undefined> {
    const [queue] = await reader
      .select({ id: queues.id })
      .from(queues)
      .where(eq(queues.isActive, true))
      .orderBy(asc(queues.name), asc(queues.id))
      .limit(1)
    return queue?.id
  }
}

const isSending = ({ isOn, settings }: ChannelRecord): boolean => isOn && settings['sends'] !== false

/** Whether any mailbox sends; until then mails wait, and everybody is told so. */
export const isMailSetUp = async (db: Reader): Promise<boolean> => (await mailboxes(db)).some(isSending)

/** Those that mail can go out from; those of these queues first. */
export async function sendingMailboxes(
  db: Reader,
  queueIds: ReadonlySet<string> = new Set(),
): Promise<ChannelRecord[]> {
  const isOf = ({ queueId }: ChannelRecord): boolean => queueId !== null && queueIds.has(queueId)
  const sending = (await mailboxes(db)).filter(isSending)
  return [...sending.filter(isOf), ...sending.filter((box) => !isOf(box))]
}

/**
 * From which mailbox an activity is answered: as it was written to, else the one that it was begun from (`source`), else its
 * queue's, else the first; null without any.
 */
export async function mailboxFor(
  db: Reader,
  { activityId, queueId, source }: { activityId: string; queueId: string | null; source: string },
): Promise<ChannelRecord | null> {
  const { mails } = db.t
  const sending = await sendingMailboxes(db)
  const used = await db
    .select({ channelId: mails.channelId })
    .from(mails)
    .where(eq(mails.activityId, activityId))
    .orderBy(asc(mails.createdAt))
    .limit(50)
  const known = new Set(used.map(({ channelId }) => channelId))
  return (
    sending.find(({ id }) => known.has(id)) ??
    sending.find((channel) => addressOfMailbox(channel) === source) ??
    sending.find((channel) => channel.queueId !== null && channel.queueId === queueId) ??
    sending[0] ??
    null
  )
}
