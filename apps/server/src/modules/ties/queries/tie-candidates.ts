import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { foldText } from '@care/domain'
import { and, desc, eq, isNull, ne } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findRequest, sees } from '../../requests/index.ts'
import { tiedRequests } from './tied.ts'
import { byNumber } from './locate-request.ts'

/** So many of the customer's latest requests are looked through; nobody has more that he remembers. */
const mostLookedAt = 1_000
const mostShown = 20

/** Requests to merge or link with: the customer's by words of the title, latest first; any by its whole number. */
export async function tieCandidates(
  db: Reader,
  viewer: OperatorActor,
  requestId: string,
  { search, forMerge }: QueryOf<Api['listTieCandidates']>,
): Promise<ResponseOf<Api['listTieCandidates']>> {
  const loaded = await findRequest(db, requestId)
  if (!loaded || !sees(viewer, loaded)) throw notFound('request')
  const { request } = loaded
  const { requests } = db.t
  const rows = await db
    .select({ id: requests.id, number: requests.number, title: requests.title })
    .from(requests)
    .where(
      and(
        eq(requests.customerId, request.customerId),
        isNull(requests.mergedIntoId),
        forMerge ? ne(requests.category, 'closed') : undefined,
      ),
    )
    .orderBy(desc(requests.listedAt), desc(requests.id))
    .limit(mostLookedAt)
  const words = foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const number = numberIn(search)
  const fits = rows.filter((row) => {
    if (row.id === request.id) return false
    const title = foldText(row.title)
    return (
      words.every((word) => title.includes(word)) || (number !== null && String(row.number).startsWith(String(number)))
    )
  })
  const ids = fits.slice(0, mostShown).map(({ id }) => id)
  const exact = number === null ? null : await byNumber(db, number)
  const isOther = exact && exact.id !== request.id && !ids.includes(exact.id)
  if (isOther && (!forMerge || (exact.customerId === request.customerId && exact.category !== 'closed')))
    ids.unshift(exact.id)
  const known = await tiedRequests(db, viewer, ids)
  return { items: ids.flatMap((id) => known.get(id) ?? []).filter(({ canSee }) => canSee) }
}

/** `REQ-123`, `#123` or `123`. */
function numberIn(search: string): number | null {
  const match = /^\s*(?:req-?|#)?\s*(\d{1,9})\s*$/i.exec(search)
  return match ? Number(match[1]) : null
}
