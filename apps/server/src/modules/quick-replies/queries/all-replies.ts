import { and, asc, eq, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { ReplyRecord } from '../store.ts'

/** All replies of one owner in order of shortcut; their number has a limit. For export and import. */
export async function allOf(db: Reader, owner: string): Promise<ReplyRecord[]> {
  const { quickReplies } = db.t
  return db
    .select()
    .from(quickReplies)
    .where(and(eq(quickReplies.owner, owner), isNull(quickReplies.deletedAt)))
    .orderBy(asc(quickReplies.shortcutFolded))
}
