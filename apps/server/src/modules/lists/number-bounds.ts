import { minuteMs } from '@care/domain'
import { asc, desc, gte, lt, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'
import type { Between } from './conditions.ts'

/** Requests made at the same time may have got their numbers in another order; never by more than this. */
const slackMs = minuteMs

/** Numbers between which all requests lie that were made in a time; each is still compared by its own time. */
export async function numbersBetween(db: Reader, created: Between | undefined): Promise<Between> {
  if (!created) return { from: null, to: null }
  const [[first], [last]] = await Promise.all([
    created.from === null ? [] : madeAfter(db, { at: created.from - slackMs }),
    created.to === null ? [] : madeBefore(db, { at: created.to + slackMs }),
  ])
  return {
    // Made after all there are: no number is as high.
    from: created.from === null ? null : (first?.number ?? 2 ** 31 - 1),
    to: created.to === null ? null : (last?.number ?? 0) + 1,
  }
}

/** The number of the first request, in this order, that was made on this side of a time. */
const numberOf = (name: string, isBeside: typeof gte, inOrder: typeof asc) =>
  prepared(name, (db: Reader) => {
    const { requestEntries: t } = db.t
    return db
      .select({ number: t.number })
      .from(t)
      .where(isBeside(t.createdAt, sql.placeholder('at')))
      .orderBy(inOrder(t.createdAt), inOrder(t.number))
      .limit(1)
  })
const madeAfter = numberOf('first_made_after', gte, asc)
const madeBefore = numberOf('last_made_before', lt, desc)
