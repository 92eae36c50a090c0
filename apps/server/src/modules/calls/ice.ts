import { createHmac } from 'node:crypto'
import type { Config } from '../../config.ts'

/** Credentials outlive any call; after that they open nothing. */
const lifetimeMs = 4 * 60 * 60_000

/**
 * STUN and TURN servers of the settings. The credential is a time and who asked, signed with the secret that the TURN
 * server shares (coturn’s `use-auth-secret`): it never has to know our people.
 */
export function iceServersFor({ stunUrls, turnUrls, turnSecret }: Config, personId: string, now: number) {
  const stun = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : []
  if (turnUrls.length === 0 || turnSecret === null) return { items: stun }
  const username = `${Math.floor((now + lifetimeMs) / 1_000)}:${personId}`
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64')
  return { items: [...stun, { urls: [...turnUrls], username, credential }] }
}
