import { relayFields, relayUrls } from '@care/domain/calls'
import { withStandards } from '@care/domain/channels'
import { createHmac } from 'node:crypto'
import type { Services } from '../../kernel/services.ts'
import { channelOfKind, sealedFor } from '../channels/index.ts'

/** Credentials outlive any call; after that they open nothing. */
const lifetimeMs = 4 * 60 * 60_000

/**
 * A name and password at a TURN server: a time and who asks, signed with the secret that the server shares (coturn’s
 * `use-auth-secret`). It never has to know our people.
 */
export function relayLogin(secret: string, personId: string, now: number): { username: string; credential: string } {
  const username = `${Math.floor((now + lifetimeMs) / 1_000)}:${personId}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}

interface Relays {
  stunUrls: readonly string[]
  turnUrls: readonly string[]
  turnSecret: string | null
}

/** As set in Settings → Channels, else those of the environment. */
async function relaysOf({ store, secrets, config, log }: Services): Promise<Relays> {
  const channel = await channelOfKind(store.read, 'webrtc')
  if (!channel) return config
  const urls = relayUrls(withStandards(relayFields, channel.settings))
  const sealed = channel.secrets['turnSecret']
  if (sealed === undefined) return { ...urls, turnSecret: null }
  try {
    return { ...urls, turnSecret: secrets.open(sealed, sealedFor(channel.id, 'turnSecret')) }
  } catch (error) {
    // Without a relay most calls find a way all the same.
    log.warn({ channelId: channel.id, err: error }, 'the secret of the TURN server does not open')
    return { ...urls, turnSecret: null }
  }
}

/** STUN and TURN servers for somebody's side of a call, as a browser takes them. */
export async function iceServersFor(services: Services, personId: string) {
  const { stunUrls, turnUrls, turnSecret } = await relaysOf(services)
  const stun = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : []
  if (turnUrls.length === 0 || turnSecret === null) return { items: stun }
  return { items: [...stun, { urls: [...turnUrls], ...relayLogin(turnSecret, personId, services.clock.now()) }] }
}
