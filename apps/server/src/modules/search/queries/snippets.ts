import type { Snippet } from '@care/contract'
import { excerptOf, findWords, foldText, searchWords } from '@care/domain'
import { desc, eq, inArray, lt, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import { soughtWords } from '../document.ts'

const longest = 160
/** Messages looked through for one request, latest first, and for one call. */
const mostOfRequest = 400
const mostOfCall = 3_000
const atOnce = 100

type Place = Snippet['place']
interface Found {
  place: Place
  text: string
  said: Snippet['said']
  /** How many of the words stand there. */
  score: number
}

/**
 * The best place of each request: where most of those words stand that its title and its customer's name have not,
 * of several the one that was said last. Looks through a bounded number of messages; a request whose words stand further
 * back is left out, or shows a lesser place. Whether one may see these requests is the caller's business.
 */
export async function snippetsOf(db: Reader, text: string, requestIds: readonly string[]): Promise<Snippet[]> {
  const words = soughtWords(text)
  const heads = await headsOf(db, requestIds)
  const snippets: Snippet[] = []
  let left = mostOfCall
  for (const requestId of requestIds) {
    const head = heads.get(requestId)
    if (!head) continue
    const best = bestOf(words, head.above)
    for (const [place, own] of head.places) best.offer({ place, text: own, said: null })
    if (!best.isWhole()) left -= await lookThrough(db, requestId, Math.min(left, mostOfRequest), best)
    const found = best.found()
    if (found) snippets.push(shown(requestId, found, words))
    // Others get their turn.
    await new Promise(setImmediate)
  }
  return snippets
}

type Best = ReturnType<typeof bestOf>
function bestOf(words: readonly string[], above: string) {
  const known = new Set(wordsIn(above, words))
  // One sees those anyway, marked: what they lack weighs more than all that they have.
  const weightOf = (word: string): number => (known.has(word) ? 1 : words.length + 1)
  const scoreOf = (found: readonly string[]): number => found.reduce((sum, word) => sum + weightOf(word), 0)
  const enough = scoreOf(words.filter((word) => known.size === words.length || !known.has(word)))
  let best: Found | null = null
  return {
    /** A later one is taken only when it says more: they are offered best first. */
    offer(candidate: Omit<Found, 'score'>): void {
      const score = scoreOf(wordsIn(candidate.text, words))
      if (score > (best?.score ?? 0)) best = { ...candidate, score }
    },
    isWhole: (): boolean => (best?.score ?? 0) >= enough,
    found: (): Found | null => best,
  }
}

/** Those of the words that begin one of the text's. */
function wordsIn(text: string, words: readonly string[]): string[] {
  const folded = foldText(text)
  const candidates = words.filter((word) => folded.includes(word))
  if (candidates.length === 0) return []
  const own = searchWords(text)
  return candidates.filter((word) => own.some((one) => one.startsWith(word)))
}

function shown(requestId: string, { place, text, said }: Found, words: readonly string[]): Snippet {
  const excerpt = excerptOf(text, findWords(text, words), longest)
  return { requestId, place, text: excerpt.text, marks: excerpt.marks.map(([from, to]) => [from, to]), said }
}

interface Head {
  /** What a row of a list shows of it. */
  above: string
  places: Array<[Place, string]>
}

/** What stands at the request itself, in the order in which it is shown. */
async function headsOf(db: Reader, ids: readonly string[]): Promise<Map<string, Head>> {
  const { requests, requestTypes, customers, companies } = db.t
  const rows = await db
    .select({ request: requests, fields: requestTypes.fields, customer: customers, companyName: companies.name })
    .from(requests)
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(inArray(requests.id, [...ids]))
  return new Map(
    rows.map(({ request, fields, customer, companyName }) => {
      const ofCustomer = [customer.name, companyName, customer.email, customer.phone].filter((one) => one)
      const values = fields
        .filter(({ kind, isRemoved }) => !isRemoved && (kind === 'text' || kind === 'number'))
        .map(({ id }): [Place, string] => ['field', String(request.attributes[id] ?? '')])
      return [
        request.id,
        {
          above: `${request.title}\n${customer.name}`,
          places: [
            ['title', request.title],
            ['number', String(request.number)],
            ['customer', ofCustomer.join(' · ')],
            ...values,
            ['description', request.description],
          ],
        },
      ]
    }),
  )
}

const p = (name: string) => sql.placeholder(name)
const talksOf = prepared('snippet_talks', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id, messages: activities.messageSeq })
    .from(activities)
    .where(eq(activities.requestId, p('requestId')))
    .orderBy(desc(activities.startedAt))
})
const commentsOf = prepared('snippet_comments', (db) => {
  const { comments, operators } = db.t
  return db
    .select({ text: comments.text, at: comments.createdAt, name: operators.name })
    .from(comments)
    .leftJoin(operators, eq(operators.id, comments.authorId))
    .where(eq(comments.activityId, p('activityId')))
    .orderBy(desc(comments.id))
    .limit(atOnce)
})
const messagesBefore = prepared('snippet_messages', (db) => {
  const { messages } = db.t
  return db
    .select({
      seq: messages.seq,
      text: messages.text,
      author: messages.authorKind,
      authorName: messages.authorName,
      at: messages.createdAt,
    })
    .from(messages)
    .where(sql`${messages.activityId} = ${p('activityId')} and ${lt(messages.seq, p('seq'))}`)
    .orderBy(desc(messages.seq))
    .limit(atOnce)
})

/** Offers what was said, latest first; how many messages it has looked at. */
async function lookThrough(db: Reader, requestId: string, most: number, best: Best): Promise<number> {
  let looked = 0
  for (const { id: activityId, messages } of await talksOf(db, { requestId })) {
    let seq = messages + 1
    while (seq > 1 && looked < most && !best.isWhole()) {
      const rows = await messagesBefore(db, { activityId, seq })
      for (const { text, ...said } of rows) best.offer({ place: 'message', text, said: { activityId, ...said } })
      looked += rows.length
      seq = rows.length < atOnce ? 0 : (rows.at(-1)?.seq ?? 0)
    }
    if (best.isWhole()) return looked
    for (const { text, at, name } of await commentsOf(db, { activityId })) {
      const said = { activityId, seq: null, author: 'operator' as const, authorName: name ?? '', at }
      best.offer({ place: 'comment', text, said })
    }
  }
  return looked
}
