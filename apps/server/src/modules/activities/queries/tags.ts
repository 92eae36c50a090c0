import { foldText } from '@care/domain'
import { asc, desc, eq } from '../../../db/drizzle.ts'
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
/** So many of the newest requests are looked through: their tags stand in no index by name. */
const newestRequests = 500

/** Up to 10 known tags that begin so: of activities, and of the newest requests. */
export async function suggestedTags(db: Reader, search: string): Promise<string[]> {
  const folded = foldText(search).trim()
  const known = [...(await ofActivities(db, folded)), ...(await ofRequests(db, folded))]
  const byFolded = new Map(known.toReversed().map((one) => [one.folded, one.tag]))
  return [...byFolded]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, tag]) => tag)
    .slice(0, mostSuggested)
}

interface Known {
  folded: string
  tag: string
}

function ofActivities(db: Reader, folded: string): Promise<Known[]> {
  const { activityTags } = db.t
  return db
    .selectDistinct({ folded: activityTags.tagFolded, tag: activityTags.tag })
    .from(activityTags)
    .where(folded === '' ? undefined : startsWith(activityTags.tagFolded, folded))
    .orderBy(asc(activityTags.tagFolded))
    .limit(3 * mostSuggested)
}

async function ofRequests(db: Reader, folded: string): Promise<Known[]> {
  const { requests } = db.t
  const rows = await db
    .select({ tags: requests.tags })
    .from(requests)
    .orderBy(desc(requests.number))
    .limit(newestRequests)
  return rows
    .flatMap(({ tags }) => tags.map((tag) => ({ folded: foldText(tag), tag })))
    .filter((one) => one.folded.startsWith(folded))
}
