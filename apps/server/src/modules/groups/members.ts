import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

/** The groups in use that an operator is of. */
export async function groupsOf(db: Reader, operatorId: string): Promise<Set<string>> {
  const rows = await idsOfGroupsOf(db, operatorId)
  return new Set(rows.map(({ id }) => id))
}

/** The same as a subquery, for conditions on what waits for a group. */
export function idsOfGroupsOf(db: Reader, operatorId: string) {
  const { groups, groupMembers } = db.t
  return db
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.isActive, true)))
    .where(eq(groupMembers.operatorId, operatorId))
}

/** Members of the groups that wait for somebody; to them it is as if each were asked (rule 1). */
export async function membersOf(db: Reader, groupIds: readonly (string | null)[]): Promise<string[]> {
  const ids = [...new Set(groupIds.filter((id) => id !== null))]
  if (ids.length === 0) return []
  const { groupMembers } = db.t
  const rows = await db
    .select({ id: groupMembers.operatorId })
    .from(groupMembers)
    .where(inArray(groupMembers.groupId, ids))
  return rows.map(({ id }) => id)
}
