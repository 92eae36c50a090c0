import { createHmac } from 'node:crypto'
import type { Delivery } from './channel.ts'
import { isSame } from './same.ts'

/** How far the clocks may be apart, and how long somebody who has listened could repeat a delivery. */
const windowMs = 300_000

/** `sha256=` and the HMAC-SHA256 (RFC 2104) in hex of `<seconds since 1970>.<body>`. */
export const signatureOf = (secret: string, seconds: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`

/** The headers with which a body is signed. `at`: epoch milliseconds. */
export function signed(secret: string, at: number, body: Uint8Array): Record<string, string> {
  const seconds = String(Math.floor(at / 1000))
  return { 'x-timestamp': seconds, 'x-signature': signatureOf(secret, seconds, body) }
}

/** Whether a delivery was signed with the secret within the last five minutes (or, by its clock, the next five). */
export function isSigned({ headers, body, at }: Delivery, secret: string | undefined): boolean {
  const [seconds, signature] = [headers['x-timestamp'], headers['x-signature']]
  // Without a secret everybody could sign.
  if (!secret || typeof seconds !== 'string' || typeof signature !== 'string' || !/^\d{1,11}$/.test(seconds))
    return false
  return Math.abs(Number(seconds) * 1000 - at) <= windowMs && isSame(signature, signatureOf(secret, seconds, body))
}
