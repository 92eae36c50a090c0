import type { RequestFilter } from '@care/contract'
import { inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { type Asker, conditionsOf } from '../conditions.ts'
import { readPage } from '../read.ts'

/**
 * Ids of what a filter finds for whoever asks, latest number first, a slice at a time: for what is done to all that
 * match. The order does not move while they are changed. Go on with `nextCursor` until it is null; a slice may be empty.
 */
export async function requestIdsMatching(
  db: Reader,
  filter: RequestFilter,
  asker: Asker,
  cursor?: string,
  limit = 200,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const sort = { by: 'number', isDescending: true } as const
  const page = await readPage(db, conditionsOf(filter, asker), sort, { cursor, limit })
  if (page.numbers.length === 0) return { ids: [], nextCursor: page.nextCursor }
  const { requestEntries } = db.t
  const rows = await db
    .select({ id: requestEntries.requestId, number: requestEntries.number })
    .from(requestEntries)
    .where(inArray(requestEntries.number, page.numbers))
  return { ids: rows.toSorted((a, b) => b.number - a.number).map(({ id }) => id), nextCursor: page.nextCursor }
}
