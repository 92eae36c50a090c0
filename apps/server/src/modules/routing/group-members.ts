import { shownPresence } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { mayHandleTasks } from './members.ts'

/** Who of a group in use may be given tasks, and whether he is at the desk, whatever he does there. */
export async function groupMembersNow(
  db: Reader,
  groupId: string,
  now: number,
): Promise<Array<{ operatorId: string; isThere: boolean }>> {
  const { groups, groupMembers, operators, presence } = db.t
  const rows = await db
    .select({ operatorId: groupMembers.operatorId, role: operators.role, presence })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.isActive, true)))
    .innerJoin(operators, and(eq(operators.id, groupMembers.operatorId), eq(operators.isActive, true)))
    .leftJoin(presence, eq(presence.operatorId, groupMembers.operatorId))
    .where(eq(groupMembers.groupId, groupId))
  return rows
    .filter(({ role }) => mayHandleTasks(role))
    .map(({ operatorId, presence: row }) => ({
      operatorId,
      isThere: row !== null && shownPresence({ ...row, now }) !== 'offline',
    }))
}
