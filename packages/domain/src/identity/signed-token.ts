import { dayMs, hourMs } from '../time.ts'

/** Bounds of the token by which a host page says who its visitor is (row M8). */
export const identityToken = {
  /** Letters of the compact form. */
  mostLength: 4_096,
  /** `exp` lies at most so far ahead. */
  longestMs: dayMs,
  /** Clocks of two servers differ by so much. */
  skewMs: 60_000,
  /** Letters of `sub`. */
  mostSubject: 255,
} as const

/** Keys of a site that sign at the same time: the one of now and the one that follows it. */
export const mostSiteKeys = 2

/** So long after the last proof a browser is still known, when the page says nothing. */
export const signedSessionMs = 7 * dayMs

/** So long the unknown look at a talk that is over, where what was said before needs a signature. */
export const lookedAtMs = hourMs

/** Why a token proves nothing; told to the host page, which can do something about it. */
export const identityRefusals = [
  'IDENTITY_TOO_LARGE',
  'IDENTITY_INVALID',
  'IDENTITY_KEY_UNKNOWN',
  'IDENTITY_EXPIRED',
  'IDENTITY_TOO_LONG',
] as const
export type IdentityRefusal = (typeof identityRefusals)[number]

/** What the times of a token are worth at `now`; seconds since 1970 as in RFC 7519, `now` in milliseconds. */
export function refusalOfTimes(
  { exp, iat, nbf }: { exp: number; iat?: number | undefined; nbf?: number | undefined },
  now: number,
): IdentityRefusal | null {
  const { skewMs, longestMs } = identityToken
  if (exp * 1000 + skewMs <= now) return 'IDENTITY_EXPIRED'
  if (exp * 1000 - skewMs > now + longestMs) return 'IDENTITY_TOO_LONG'
  const begins = Math.max(iat ?? 0, nbf ?? 0)
  return begins * 1000 - skewMs > now ? 'IDENTITY_INVALID' : null
}
