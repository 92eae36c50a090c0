import { foldText } from '@care/domain'
import { and, asc, eq, isNotNull, sql } from '../../../db/drizzle.ts'
import { startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'

/** Tags of one activity in the order they were given. */
export async function tagsOf(db: Reader, activityId: string): Promise<string[]> {
  const { activityTags } = db.t
  const rows = await db
    .select({ tag: activityTags.tag })
    .from(activityTags)
    .where(eq(activityTags.activityId, activityId))
    .orderBy(asc(activityTags.position))
  return rows.map((row) => row.tag)
}

const mostSuggested = 10

/** Up to 10 tags that begin so, of requests and of activities, however old; not those that nothing has any more. */
export async function suggestedTags(db: Reader, search: string): Promise<string[]> {
  const rows = await tagsBeginning(db, foldText(search).trim())
  return rows.map(({ tag }) => tag)
}

export function tagsBeginning(db: Reader, folded: string) {
  const { requestFacets, tags } = db.t
  // A value and no EXISTS: PostgreSQL would make a join of that and read all that requests have.
  const one = db
    .select({ one: sql`1` })
    .from(requestFacets)
    .where(eq(requestFacets.facet, tags.facet))
    .limit(1)
  return db
    .select({ tag: tags.tag })
    .from(tags)
    .where(and(startsWith(tags.folded, folded), isNotNull(one)))
    .orderBy(asc(tags.folded))
    .limit(mostSuggested)
}
