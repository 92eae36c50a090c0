import { foldText } from '@care/domain'
import { asc, eq } from '../../../db/drizzle.ts'
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

/** Up to 10 known tags that begin so. */
export async function suggestedTags(db: Reader, search: string): Promise<string[]> {
  const { activityTags } = db.t
  const folded = foldText(search).trim()
  const rows = await db
    .selectDistinct({ folded: activityTags.tagFolded, tag: activityTags.tag })
    .from(activityTags)
    .where(folded === '' ? undefined : startsWith(activityTags.tagFolded, folded))
    .orderBy(asc(activityTags.tagFolded))
    .limit(30)
  return [...new Map(rows.map((row) => [row.folded, row.tag])).values()].slice(0, 10)
}
