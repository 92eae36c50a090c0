import { minuteMs } from '@care/domain'
import { asc, desc, gte, lt } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { Between } from './conditions.ts'

/** Requests made at the same time may have got their numbers in another order; never by more than this. */
const slackMs = minuteMs

/** Numbers between which all requests lie that were made in a time; each is still compared by its own time. */
export async function numbersBetween(db: Reader, created: Between | undefined): Promise<Between> {
  if (!created) return { from: null, to: null }
  const { requestEntries } = db.t
  const number = { number: requestEntries.number }
  const [first] =
    created.from === null
      ? []
      : await db
          .select(number)
          .from(requestEntries)
          .where(gte(requestEntries.createdAt, created.from - slackMs))
          .orderBy(asc(requestEntries.createdAt), asc(requestEntries.number))
          .limit(1)
  const [last] =
    created.to === null
      ? []
      : await db
          .select(number)
          .from(requestEntries)
          .where(lt(requestEntries.createdAt, created.to + slackMs))
          .orderBy(desc(requestEntries.createdAt), desc(requestEntries.number))
          .limit(1)
  return {
    // Made after all there are: no number is as high.
    from: created.from === null ? null : (first?.number ?? 2 ** 31 - 1),
    to: created.to === null ? null : (last?.number ?? 0) + 1,
  }
}
