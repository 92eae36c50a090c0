import { defaultSort, type Api, type QueryOf, type RequestFilter, type ResponseOf } from '@care/contract'
import { sortsFor } from '@care/domain'
import type { Reader } from '../../../db/store.ts'
import { type Asker, conditionsOf, type Conditions } from '../conditions.ts'
import { countsOf } from '../counts.ts'
import { facetOf } from '../facets.ts'
import { readPage } from '../read.ts'
import { patienceOfPage } from '../words.ts'

/** Nobody reads a list to its thousandth line: beyond it stands "1,000+". */
const mostCounted = 1_000
/** Rows that a count looks at; what is rarer than that among them is counted as far as it was seen. */
const budget = 4_000

/** How many requests a filter finds: from the kept counts where one of them says it, else counted up to 1,000. */
export async function countRequests(
  db: Reader,
  asker: Asker,
  { filter = {} }: Pick<QueryOf<Api['countRequests']>, 'filter'>,
  patienceMs = patienceOfPage,
): Promise<ResponseOf<Api['countRequests']>> {
  const conditions = conditionsOf(filter, asker)
  const kept = await keptCount(db, conditions, filter, asker)
  if (kept !== null) return { count: kept, isMore: false }
  const [by = defaultSort.by] = sortsFor(filter)
  const page = await readPage(db, conditions, { by, isDescending: true }, { limit: mostCounted, budget, patienceMs })
  return { count: page.numbers.length, isMore: page.nextCursor !== null }
}

/** One facet with one value, or none, is what the kept counts know; several values of one may overlap. */
async function keptCount(
  db: Reader,
  conditions: Conditions,
  filter: RequestFilter,
  { actor }: Asker,
): Promise<number | null> {
  if (
    Object.keys(conditions.dates).length > 0 ||
    conditions.isUndated ||
    conditions.customerId !== null ||
    conditions.words !== null
  )
    return null
  const free = freeInOwnQueues(filter, [...actor.queueIds])
  const wanted: Array<{ state: number; facets: readonly number[] }> = []
  for (const [state, given] of conditions.byState) {
    if (free && !actor.permissions.has('requests.viewAll')) wanted.push({ state, facets: free })
    else if (given.length === 0) wanted.push({ state, facets: [facetOf('all')] })
    else if (given.length === 1 && given[0]?.length === 1) wanted.push({ state, facets: given[0] })
    else return null
  }
  const counts = await countsOf(
    db,
    wanted.flatMap(({ facets }) => facets),
  )
  return wanted.reduce(
    (sum, { state, facets }) => sum + facets.reduce((all, facet) => all + counts(facet, state), 0),
    0,
  )
}

/** What nobody is in charge of and one sees lies in one's queues, and in one queue each. */
function freeInOwnQueues(filter: RequestFilter, queueIds: readonly string[]): number[] | null {
  const { assigneeId, state, ...others } = filter
  const isPlain = Object.values(others).every((value) => value === undefined)
  return isPlain && assigneeId?.length === 1 && assigneeId[0] === 'nobody' && state === 'open'
    ? queueIds.map((id) => facetOf('free', id))
    : null
}
