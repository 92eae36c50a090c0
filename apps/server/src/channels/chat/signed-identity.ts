import { email, text } from '@care/contract'
import { limits } from '@care/domain'
import { identityToken, type IdentityRefusal, refusalOfTimes } from '@care/domain/identity'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { unstorablePath } from '../../db/storable.ts'
import type { Services } from '../../kernel/services.ts'
import { siteSecret } from '../../modules/settings/index.ts'

/** The one algorithm: none, and keys that are public, would let anybody sign (RFC 8725, 3.1). */
const algorithm = 'HS256'

const seconds = z.number().min(0).max(1e11)
/** Registered claims as RFC 7519 has them, and what OpenID Connect calls name, address and number. */
const signedClaims = z.object({
  sub: z.string().min(1).max(identityToken.mostSubject),
  exp: seconds,
  iat: seconds.optional(),
  nbf: seconds.optional(),
  name: text(limits.customerName).optional(),
  email: email.or(z.literal('')).optional(),
  phone: text(limits.phone).optional(),
})

/** What a site has signed of its visitor, and the key that it did so with. */
export interface SignedIdentity {
  keyId: string
  subject: string
  name: string
  email: string
  phone: string
}
type ReadIdentity = { is: 'signed'; identity: SignedIdentity } | { is: 'refused'; refusal: IdentityRefusal }

const refused = (refusal: IdentityRefusal): ReadIdentity => ({ is: 'refused', refusal })

/**
 * Reads a host page's token (row M8): a compact JWT, HS256, by a key of this site that is in force, within its times. The
 * signature is compared in constant time before anything that it signs is looked at.
 */
export async function readIdentity(services: Services, siteId: string, token: string): Promise<ReadIdentity> {
  if (token.length > identityToken.mostLength) return refused('IDENTITY_TOO_LARGE')
  const keyId = keyIdOf(token)
  if (keyId === null) return refused('IDENTITY_INVALID')
  const secret = keyId === '' ? null : await siteSecret(services, siteId, keyId)
  if (secret === null) return refused('IDENTITY_KEY_UNKNOWN')
  const payload = await payloadOf(token, secret)
  const claims = signedClaims.safeParse(payload)
  if (!claims.success || unstorablePath(claims.data) !== null) return refused('IDENTITY_INVALID')
  const { sub: subject, name = '', email: address = '', phone = '', ...times } = claims.data
  const refusal = refusalOfTimes({ exp: times.exp, iat: times.iat, nbf: times.nbf }, services.clock.now())
  if (refusal !== null) return refused(refusal)
  return { is: 'signed', identity: { keyId, subject, name, email: address, phone } }
}

/** Null for what is no token of ours; empty when it names no key. */
function keyIdOf(token: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (alg !== algorithm) return null
    return typeof kid === 'string' && kid.length <= 64 && unstorablePath(kid) === null ? kid : ''
  } catch {
    return null
  }
}

async function payloadOf(token: string, secret: string): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, new TextEncoder().encode(secret), { algorithms: [algorithm] })
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch {
    return null
  }
}
