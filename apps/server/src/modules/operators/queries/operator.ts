import type { Operator } from '@care/contract'
import { shownPresence } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** One operator as colleagues see him. */
export async function operatorById(read: Reader, operatorId: string, now: number): Promise<Operator> {
  const { operators, presence, queueMembers } = read.t
  const [[row], queues] = await Promise.all([
    read
      .select({
        id: operators.id,
        name: operators.name,
        email: operators.email,
        role: operators.role,
        isActive: operators.isActive,
        capacity: operators.capacity,
        skills: operators.skills,
        version: operators.version,
        chosen: presence.chosen,
        awayReason: presence.awayReason,
        isConnected: presence.isConnected,
        graceUntil: presence.graceUntil,
        dndSince: presence.dndSince,
      })
      .from(operators)
      .leftJoin(presence, eq(presence.operatorId, operators.id))
      .where(eq(operators.id, operatorId)),
    read.select({ id: queueMembers.queueId }).from(queueMembers).where(eq(queueMembers.operatorId, operatorId)),
  ])
  if (!row) throw notFound('operator')
  const { id, name, email, role, isActive, awayReason, capacity, skills, version } = row
  const shown = shownPresence({
    chosen: row.chosen ?? 'offline',
    isConnected: row.isConnected ?? false,
    graceUntil: row.graceUntil,
    dndSince: row.dndSince,
    now,
  })
  const isDoNotDisturb = row.dndSince !== null
  const queueIds = queues.map((queue) => queue.id)
  const seen = { presence: shown, awayReason, isDoNotDisturb }
  return { id, name, email, role, isActive, ...seen, queueIds, capacity, skills, version }
}
