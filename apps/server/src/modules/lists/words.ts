import { type SQL, sql } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { numbersWith, type Stretch, widthsOf } from '../../db/words.ts'
import { allNumbers, nextStretch } from '../search/index.ts'
import type { Conditions } from './conditions.ts'
import { closed, facetOf, open } from './facets.ts'
import { type Merged, merge } from './merge.ts'
import type { Ground, Way } from './plan.ts'
import { holds } from './holds.ts'
import type { Place } from './kept-looks.ts'

/** The first look takes so many, each full one is followed by one of twice as many. */
const firstStep = 64
const longestStep = 512
/** What a look costs beside what it finds, in rows. */
const costOfLook = 16
/** A look that took so long is not followed by a longer one. */
const quickLookMs = 4
/** A page stops looking after so long, even where looks find little: common words that are never said together. */
export const patienceOfPage = 14
/**
 * In the middle of the numbers the index of words has to pass over all that lies before, which for a common word is much. So
 * a few rows are read by the other conditions first: where enough of them have the words, the page is read so.
 */
const rowsAhead = 24
const enough = 0.08

interface Asked {
  isDescending: boolean
  after: Place | null
  wanted: number
  budget: number
  patienceMs: number
}

/** The same as `merge` in the order of numbers, for words that the index has. */
export async function mergeByWords(db: Reader, ground: Ground, way: Way, asked: Asked): Promise<Merged> {
  const { after, wanted, budget } = asked
  const deadline = performance.now() + asked.patienceMs
  const { from, to } = ground.numbers
  if (after === null && from === null && to === null) return stream(db, ground, way, asked, deadline)
  const ahead = await merge(db, way.ranges, after, wanted, rowsAhead, { step: rowsAhead })
  if (!ahead.isUnfinished || ahead.next === null) return ahead
  const rest = { ...asked, after: ahead.next, wanted: wanted - ahead.places.length, budget: budget - ahead.spent }
  const share = ahead.places.length / ahead.spent
  if (share <= enough) return joined(ahead, await stream(db, ground, way, rest, deadline))
  // What each range gives to the page, and half as much again.
  const step = Math.max(rowsAhead, Math.ceil((wanted * 1.5) / (way.ranges.length * share)))
  return joined(ahead, await merge(db, way.ranges, rest.after, rest.wanted, rest.budget, { deadline, step }))
}

const joined = (first: Merged, then: Merged): Merged => ({
  ...then,
  places: [...first.places, ...then.places],
  spent: first.spent + then.spent,
})

/**
 * Driven by the words: the index gives who has them, stretch by stretch, and the other conditions are looked up for each.
 * Where the rarest of those turns out to be rarer than the words, it drives from there on.
 */
async function stream(
  db: Reader,
  { conditions, counts, numbers, sought }: Ground,
  { ranges, rows }: Way,
  { isDescending, after, wanted, budget }: Asked,
  deadline: number,
): Promise<Merged> {
  const all = await allNumbers(db)
  const bounds: Stretch = {
    from: Math.max(all.from, numbers.from ?? all.from),
    below: Math.min(all.below, numbers.to ?? all.below),
  }
  const fits = fitting(db, conditions, sought?.isExact ?? false)
  // Words are counted among all numbers, whatever their state.
  const total = counts(facetOf('all'), open) + counts(facetOf('all'), closed)
  const shareOfRanges = rows / Math.max(1, total)
  const widths = widthsOf(db)
  const places: Place[] = []
  let at = after?.number ?? (isDescending ? bounds.below : bounds.from - 1)
  let [size, step, spent, found, passed] = [0, firstStep, 0, 0, 0]
  const placeOf = (number: number): Place => ({ key: number, number })
  for (;;) {
    const stretch = nextStretch(widths, at, isDescending, size, bounds)
    const read: Merged = { places, next: null, isUnfinished: false, spent }
    if (stretch === null) return read
    // One look at least: every page gets further.
    if (spent > 0 && (spent >= budget || performance.now() > deadline))
      return { ...read, next: placeOf(at), isUnfinished: true }
    if (found > firstStep && found / passed > shareOfRanges) {
      const [more, left] = [wanted - places.length, Math.max(1, budget - spent)]
      return joined(read, await merge(db, ranges, placeOf(at), more, left, { deadline }))
    }
    const began = performance.now()
    const hits = numbersWith(db, sought?.groups ?? [], stretch, isDescending, step)
    const looked = await db.rows<{ number: number; fits: number }>(
      sql`select f.number, ${fits} as fits from (${hits}) f`,
    )
    for (const row of looked) {
      if (row.fits !== 1) continue
      places.push(placeOf(row.number))
      if (places.length === wanted) return { ...read, next: placeOf(row.number) }
    }
    const isFull = looked.length === step
    const end = isFull ? (looked.at(-1)?.number ?? at) : isDescending ? stretch.from : stretch.below - 1
    passed += Math.abs(end - at)
    found += looked.length
    spent += looked.length + costOfLook
    at = end
    if (isFull && performance.now() - began < quickLookMs) step = Math.min(longestStep, step * 2)
    else if (!isFull && looked.length < step / 4) size += 1
  }
}

/** 1 for a number `f` that fits everything else. */
function fitting(db: Reader, { byState, dates, isUndated, customerId, words }: Conditions, isExact: boolean): SQL {
  const rest = { dates, isUndated, customerId, words: isExact ? [] : (words ?? []) }
  const states = [...byState].map(([state, facets]) => {
    const held = holds(db, state, { ...rest, facets })
    return sql`when ${state} then ${held ? sql`case when ${held} then 1 else 0 end` : sql`1`}`
  })
  if (states.length === 0) return sql`0`
  // The state is looked up once: nearly every filter asks for both.
  return sql`case (select e.state from request_entries e where e.number = f.number)
    ${sql.join(states, sql.raw(' '))} else 0 end`
}
