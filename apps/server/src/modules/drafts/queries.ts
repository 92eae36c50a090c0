import type { ColleagueDraft, Draft } from '@care/contract'
import { and, asc, desc, eq, gt, lte, ne, or } from '../../db/drizzle.ts'
import { pageOf, readCursor } from '../../db/cursor.ts'
import type { Reader } from '../../db/store.ts'
import { type DraftRecord, presentDraft } from './store.ts'

/** An operator's own drafts, by activity. */
export async function draftsOf(
  db: Reader,
  operatorId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Draft[]; nextCursor: string | null }> {
  const { drafts } = db.t
  const at = readCursor(page.cursor, ['string', 'string'])
  const behind =
    at && or(gt(drafts.activityId, at[0]), and(eq(drafts.activityId, at[0]), gt(drafts.kind, kindOf(at[1]))))
  const rows = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.operatorId, operatorId), behind ?? undefined))
    .orderBy(asc(drafts.activityId), asc(drafts.kind))
    .limit(page.limit + 1)
  const { items, nextCursor } = pageOf(rows, page.limit, (row) => [row.activityId, row.kind])
  return { items: await Promise.all(items.map((row) => presentDraft(db, row))), nextCursor }
}
const kindOf = (text: string): DraftRecord['kind'] => (text === 'reply' ? 'reply' : 'comment')

const mostColleagues = 20

/** What colleagues are writing in an activity, latest first. The caller has checked the right to see it. */
export async function colleagueDraftsOf(db: Reader, activityId: string, myId: string): Promise<ColleagueDraft[]> {
  const { drafts, operators } = db.t
  const rows = await db
    .select({ draft: drafts, name: operators.name })
    .from(drafts)
    .innerJoin(operators, eq(operators.id, drafts.operatorId))
    .where(and(eq(drafts.activityId, activityId), ne(drafts.operatorId, myId), ne(drafts.text, '')))
    .orderBy(desc(drafts.editedAt))
    .limit(mostColleagues)
  return rows.map(({ draft: { operatorId, kind, text, editedAt }, name }) => ({
    operator: { id: operatorId, name },
    kind,
    text,
    editedAt,
  }))
}

/** Drafts that nobody touched since. */
export const draftsBefore = (db: Reader, at: number, limit: number) => {
  const { operatorId, activityId, kind, updatedAt } = db.t.drafts
  return db
    .select({ operatorId, activityId, kind, updatedAt })
    .from(db.t.drafts)
    .where(lte(updatedAt, at))
    .orderBy(asc(updatedAt))
    .limit(limit)
}
