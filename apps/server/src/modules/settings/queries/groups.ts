import type { Group } from '@care/contract'
import { and, asc, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** Groups by name with their members, those that are archived too. Closed accounts are of them and count nowhere. */
export async function groupList(read: Reader): Promise<Group[]> {
  const { groups, groupMembers, operators } = read.t
  const [rows, members] = await Promise.all([
    read.select().from(groups).orderBy(asc(groups.nameFolded), asc(groups.id)),
    read
      .select({ groupId: groupMembers.groupId, operatorId: groupMembers.operatorId })
      .from(groupMembers)
      .innerJoin(operators, and(eq(operators.id, groupMembers.operatorId), eq(operators.isActive, true)))
      .orderBy(asc(groupMembers.groupId), asc(groupMembers.operatorId)),
  ])
  return rows.map(({ id, name, waitSeconds, isActive, version }) => ({
    id,
    name,
    waitSeconds,
    isActive,
    version,
    memberIds: members.filter((member) => member.groupId === id).map((member) => member.operatorId),
  }))
}

export async function groupById(read: Reader, groupId: string): Promise<Group> {
  const group = (await groupList(read)).find((one) => one.id === groupId)
  if (!group) throw notFound('group')
  return group
}
