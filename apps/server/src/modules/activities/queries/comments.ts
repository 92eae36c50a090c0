import type { Comment } from '@care/contract'
import { and, desc, eq, lt } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { mentionNames } from '../mentions.ts'
import { presentComment } from '../present.ts'

/** Comments of one activity, oldest first; `before` is the id of the oldest one already known. */
export async function commentsOf(
  db: Reader,
  activityId: string,
  page: { before?: string | undefined; limit: number },
): Promise<{ items: Comment[]; hasEarlier: boolean }> {
  const { comments, operators } = db.t
  const rows = await db
    .select({ comment: comments, name: operators.name })
    .from(comments)
    .leftJoin(operators, eq(operators.id, comments.authorId))
    .where(
      and(eq(comments.activityId, activityId), page.before === undefined ? undefined : lt(comments.id, page.before)),
    )
    .orderBy(desc(comments.id))
    .limit(page.limit + 1)
  const shown = rows.slice(0, page.limit)
  const names = await mentionNames(
    db,
    shown.map((row) => row.comment.text),
  )
  const items = shown.map((row) => presentComment(row.comment, row.name ?? '', names))
  return { items: items.toReversed(), hasEarlier: rows.length > page.limit }
}
