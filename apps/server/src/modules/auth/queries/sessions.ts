import type { Session } from '@care/contract'
import { and, desc, eq, gt } from '../../../db/drizzle.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import type { Services } from '../../../kernel/services.ts'

/** Own sessions on all devices, newest first; old ones are swept, so they are few. */
export async function sessionsOf({ store, clock }: Services, actor: OperatorActor): Promise<Session[]> {
  const { sessions } = store.t
  const rows = await store.read
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.operatorId, actor.id), gt(sessions.expiresAt, clock.now())))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .limit(200)
  return rows.map((row) => ({ ...row, isCurrent: row.id === actor.sessionId }))
}
