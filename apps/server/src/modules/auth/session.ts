import { dayMs, hourMs, permissionsOf, type Permission, type Role, roles } from '@care/domain'
import { and, eq, gt, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import { hashToken } from '../../kernel/token.ts'

/** A session ends 30 days after it was last used. */
export const sessionMs = 30 * dayMs
/** How often a used session is written anew. */
const touchMs = hourMs

/** One set per role, shared by all actors. */
const permissionsByRole = new Map<Role, ReadonlySet<Permission>>(roles.map((role) => [role, permissionsOf(role)]))

const columns = ({ t }: Reader) => ({
  sessionId: t.sessions.id,
  lastSeenAt: t.sessions.lastSeenAt,
  operatorId: t.operators.id,
  name: t.operators.name,
  role: t.operators.role,
})
const byToken = prepared('session_by_token', (db: Reader) =>
  db
    .select(columns(db))
    .from(db.t.sessions)
    .innerJoin(db.t.operators, eq(db.t.operators.id, db.t.sessions.operatorId))
    .where(
      and(
        eq(db.t.sessions.tokenHash, sql.placeholder('key')),
        gt(db.t.sessions.expiresAt, sql.placeholder('now')),
        eq(db.t.operators.isActive, true),
      ),
    ),
)
const byId = prepared('session_by_id', (db: Reader) =>
  db
    .select(columns(db))
    .from(db.t.sessions)
    .innerJoin(db.t.operators, eq(db.t.operators.id, db.t.sessions.operatorId))
    .where(
      and(
        eq(db.t.sessions.id, sql.placeholder('key')),
        gt(db.t.sessions.expiresAt, sql.placeholder('now')),
        eq(db.t.operators.isActive, true),
      ),
    ),
)
const queuesOf = prepared('queues_of_operator', (db: Reader) =>
  db
    .select({ id: db.t.queueMembers.queueId })
    .from(db.t.queueMembers)
    .where(eq(db.t.queueMembers.operatorId, sql.placeholder('operatorId'))),
)

type SessionRow = Awaited<ReturnType<typeof byToken>>[number]

async function actorOf(read: Reader, row: SessionRow | undefined): Promise<OperatorActor | null> {
  if (!row) return null
  const queues = await queuesOf(read, { operatorId: row.operatorId })
  return {
    kind: 'operator',
    id: row.operatorId,
    operatorId: row.operatorId,
    name: row.name,
    sessionId: row.sessionId,
    permissions: permissionsByRole.get(row.role) ?? new Set(),
    queueIds: new Set(queues.map((queue) => queue.id)),
  }
}

/** The operator behind a cookie; null when the session is unknown, over, or of a closed account. */
export async function operatorOfToken(
  { store, clock }: Services,
  token: string,
): Promise<{ actor: OperatorActor; isStale: boolean } | null> {
  const now = clock.now()
  const [row] = await byToken(store.read, { key: hashToken(token), now })
  const actor = await actorOf(store.read, row)
  return actor && row ? { actor, isStale: now - row.lastSeenAt > touchMs } : null
}

/** The operator behind an open socket, read anew at each call, so that lost rights are lost at once. */
export async function operatorOfSession({ store, clock }: Services, sessionId: string): Promise<OperatorActor | null> {
  const [row] = await byId(store.read, { key: sessionId, now: clock.now() })
  return actorOf(store.read, row)
}

/** An operator as he would be signed in, for work that goes on without him; null when his account is closed. */
export async function operatorById(
  { store }: Pick<Services, 'store'>,
  operatorId: string,
): Promise<OperatorActor | null> {
  const { operators } = store.t
  const [row] = await store.read
    .select({ name: operators.name, role: operators.role })
    .from(operators)
    .where(and(eq(operators.id, operatorId), eq(operators.isActive, true)))
  return actorOf(store.read, row && { ...row, operatorId, sessionId: '', lastSeenAt: 0 })
}

/** Moves the end of a used session on. */
export async function touchSession({ store, clock }: Services, sessionId: string): Promise<void> {
  const { sessions } = store.t
  const now = clock.now()
  await store.transact((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: now + sessionMs })
      .where(eq(sessions.id, sessionId)),
  )
}
