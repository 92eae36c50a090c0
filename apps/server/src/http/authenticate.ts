import type { Access } from '@care/contract'
import { signedSessionMs } from '@care/domain/identity'
import { and, eq, gt, isNull, sql } from '../db/drizzle.ts'
import type { Request } from 'express'
import { prepared } from '../db/prepared.ts'
import type { Reader } from '../db/store.ts'
import type { Actor, NobodyActor, VisitorActor } from '../kernel/actor.ts'
import type { Services } from '../kernel/services.ts'
import { hashToken } from '../kernel/token.ts'
import { operatorOfToken, setSessionCookie, tokenOf, touchSession } from '../modules/auth/index.ts'

const visitorColumns = ({ t }: Reader) => ({
  id: t.visitors.id,
  customerId: t.visitors.customerId,
  siteId: t.visitors.siteId,
  blockedAt: t.visitors.blockedAt,
})
const byToken = prepared('visitor_by_token', (db: Reader) =>
  db
    .select(visitorColumns(db))
    .from(db.t.visitors)
    .where(eq(db.t.visitors.tokenHash, sql.placeholder('key'))),
)
const byId = prepared('visitor_by_id', (db: Reader) =>
  db
    .select(visitorColumns(db))
    .from(db.t.visitors)
    .where(eq(db.t.visitors.id, sql.placeholder('key'))),
)

/** Of a browser that proved whose it is; a revoked key opens nothing, nor a proof of long ago. */
const bySession = prepared('visitor_by_session', (db: Reader) =>
  db
    .select(visitorColumns(db))
    .from(db.t.visitorSessions)
    .innerJoin(db.t.visitors, eq(db.t.visitors.id, db.t.visitorSessions.visitorId))
    .innerJoin(db.t.siteKeys, eq(db.t.siteKeys.id, db.t.visitorSessions.keyId))
    .where(
      and(
        eq(db.t.visitorSessions.tokenHash, sql.placeholder('key')),
        gt(db.t.visitorSessions.provenAt, sql.placeholder('since')),
        isNull(db.t.siteKeys.revokedAt),
      ),
    ),
)

const toActor = ({
  blockedAt,
  ...row
}: {
  id: string
  customerId: string
  siteId: string
  blockedAt: number | null
}): VisitorActor => ({
  kind: 'visitor',
  ...row,
  isBlocked: blockedAt !== null,
})

/** The visitor of a widget's token; null for a forged one. */
export async function visitorOfToken({ store, clock }: Services, token: string): Promise<VisitorActor | null> {
  const key = hashToken(token)
  const [unknown] = await byToken(store.read, { key })
  const [row] = unknown ? [unknown] : await bySession(store.read, { key, since: clock.now() - signedSessionMs })
  return row ? toActor(row) : null
}

/** The visitor of an open socket, read anew: he may have become another customer. */
export async function visitorById({ store }: Services, visitorId: string): Promise<VisitorActor | null> {
  const [row] = await byId(store.read, { key: visitorId })
  return row ? toActor(row) : null
}

/**
 * Who calls, by the kind of caller that the endpoint is for: an operator's cookie never opens a visitor's door, nor
 * the reverse. A used session lives on.
 */
export async function authenticate(services: Services, access: Access, req: Request): Promise<Actor> {
  const nobody: NobodyActor = { kind: 'nobody', address: req.ip ?? '' }
  if (access === 'public') return nobody
  if (access === 'visitor') {
    const token = visitorToken(req)
    return (token === undefined ? null : await visitorOfToken(services, token)) ?? nobody
  }
  const token = tokenOf(req)
  const found = token === undefined ? null : await operatorOfToken(services, token)
  if (!found || token === undefined) return nobody
  if (found.isStale) {
    await touchSession(services, found.actor.sessionId)
    if (req.res) setSessionCookie(req.res, services.config, token)
  }
  return found.actor
}

/** `authorization: Visitor …`, or `?token=` where the browser itself fetches an image. */
function visitorToken(req: Request): string | undefined {
  const header = req.headers.authorization?.match(/^Visitor ([\w-]{1,100})$/)?.[1]
  if (header !== undefined || req.method !== 'GET') return header
  const { token } = req.query
  return typeof token === 'string' && token.length <= 100 ? token : undefined
}
