import { createHash } from 'node:crypto'
import { AppError, notFound } from '../kernel/app-error.ts'
import { describeError } from '../kernel/log.ts'
import { tooMany } from '../kernel/rate-limit.ts'
import type { Services } from '../kernel/services.ts'
import { type ChannelRecord, findChannel } from '../modules/channels/index.ts'
import { accessTo, noteStillWell, noteTrouble } from './access.ts'
import type { Access, CameIn, ChannelKind, ChannelKinds, Delivery, HookAnswer } from './channel.ts'
import { receive } from './receive.ts'

/** What one address may deliver; counted in the memory of each process, because it stands before every delivery. */
const delivering = { tries: 300, windowMs: 10_000 }

/** Where the other sides of channels deliver. */
export interface Hooks {
  /** Counts a delivery to a channel. Refuses NOT_FOUND (also one that is off), TOO_MANY_TRIES. */
  admit(channelId: string, address: string): Promise<Door>
}
/** The open door of one delivery. */
export interface Door {
  /** The longest body. */
  rawBytes: number
  /** Answers what the other side asks. Refuses SIGNATURE_WRONG, UNAVAILABLE, and NOT_FOUND what is no question here. */
  answer(delivery: Omit<Delivery, 'at'>): Promise<HookAnswer>
  /** Stores what is delivered before it resolves. Refuses SIGNATURE_WRONG, and UNAVAILABLE while secrets cannot be read. */
  receive(delivery: Omit<Delivery, 'at'>): Promise<void>
}

type HookKind = ChannelKind & Required<Pick<ChannelKind, 'verify' | 'parse'>>

export const takesHooks = (kind: ChannelKind): kind is HookKind => kind.verify !== undefined && kind.parse !== undefined

export function createHooks(services: Services, kinds: ChannelKinds): Hooks {
  const count = createCount(services)
  return {
    async admit(channelId, address) {
      count(address)
      const channel = await findChannel(services.store.read, channelId)
      const kind = channel?.isOn ? kinds.get(channel.kind) : undefined
      if (!channel || !kind || !takesHooks(kind)) throw notFound('channel')
      const { rawBytes } = kind.limits
      return {
        rawBytes,
        answer: (delivery) => answer(services, kind, channel, { ...delivery, at: services.clock.now() }),
        receive: (delivery) => take(services, kind, channel, { ...delivery, at: services.clock.now() }),
      }
    },
  }
}

function createCount({ clock, config }: Services): (address: string) => void {
  let window = 0
  let tries = new Map<string, number>()
  return (address) => {
    if (!config.hasRateLimits) return
    const now = clock.now()
    const current = Math.floor(now / delivering.windowMs)
    if (current !== window) {
      window = current
      tries = new Map()
    }
    const n = (tries.get(address) ?? 0) + 1
    tries.set(address, n)
    if (n > delivering.tries) throw tooMany((current + 1) * delivering.windowMs - now)
  }
}

async function take(services: Services, kind: HookKind, channel: ChannelRecord, delivery: Delivery): Promise<void> {
  const access = await open(services, kind, channel)
  if (!kind.verify(delivery, access)) throw new AppError('SIGNATURE_WRONG')
  await receive(services, channel.id, parse(services, kind, access, delivery))
  await noteStillWell(services, channel)
}

async function answer(
  services: Services,
  kind: HookKind,
  channel: ChannelRecord,
  delivery: Delivery,
): Promise<HookAnswer> {
  if (!kind.answer) throw notFound('question')
  if (!kind.verify(delivery, await open(services, kind, channel))) throw new AppError('SIGNATURE_WRONG')
  const found = await kind.answer(delivery, channel, services)
  if (!found) throw notFound('question')
  return found
}

async function open(services: Services, kind: HookKind, channel: ChannelRecord): Promise<Access> {
  try {
    return accessTo(services, kind, channel, new AbortController().signal)
  } catch (error) {
    await noteTrouble(services, channel, error)
    // The other side sends it again; by then the key may be back.
    throw new AppError('UNAVAILABLE')
  }
}

/** One that is of the other side and cannot be read is kept all the same: refused, it would be sent for ever or lost. */
function parse({ log }: Services, kind: HookKind, access: Access, delivery: Delivery): CameIn[] {
  try {
    return kind.parse(delivery, access)
  } catch (error) {
    log.warn({ channelId: access.channelId, error: describeError(error) }, 'delivery not readable')
    const hash = createHash('sha256').update(delivery.body).digest('base64url')
    return [{ externalId: `unread:${hash}`, raw: delivery.body }]
  }
}
