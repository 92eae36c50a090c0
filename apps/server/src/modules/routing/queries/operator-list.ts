import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { afterAscending } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { neverHere, shownNow } from '../presence-row.ts'

type Query = QueryOf<Api['listOperators']>

/** Colleagues by name, with what they are now; or the closed accounts. */
export async function operatorList(
  db: Reader,
  query: Omit<Query, 'which'> & Partial<Pick<Query, 'which'>>,
  now: number,
): Promise<ResponseOf<Api['listOperators']>> {
  const { operators, presence, queueMembers } = db.t
  const at = readCursor(query.cursor, ['string', 'string'])
  const rows = await db
    .select({ operator: operators, presence })
    .from(operators)
    .leftJoin(presence, eq(presence.operatorId, operators.id))
    .where(
      and(
        eq(operators.isActive, query.which !== 'closed'),
        at === null ? undefined : afterAscending(operators.name, operators.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(asc(operators.name), asc(operators.id))
    .limit(query.limit + 1)
  const { items, nextCursor } = pageOf(rows, query.limit, ({ operator }) => [operator.name, operator.id])
  const ids = items.map(({ operator }) => operator.id)
  const members =
    ids.length === 0 ? [] : await db.select().from(queueMembers).where(inArray(queueMembers.operatorId, ids))
  return {
    nextCursor,
    items: items.map(({ operator: { id, name, email, role, isActive, capacity, skills, version }, presence: row }) => ({
      id,
      name,
      email,
      role,
      isActive,
      presence: shownNow(row ?? neverHere(id, now), now),
      awayReason: row?.awayReason ?? null,
      isDoNotDisturb: (row?.dndSince ?? null) !== null,
      queueIds: members.filter((member) => member.operatorId === id).map((member) => member.queueId),
      capacity,
      skills,
      version,
    })),
  }
}
