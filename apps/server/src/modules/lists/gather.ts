import { and, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { isAmong, listFor } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { closed, facetOf, open } from './facets.ts'
import { type Ground, type Phase, type Way, wayOf } from './plan.ts'
import { holds, type Rest } from './holds.ts'
import type { Look, Place, Range } from './kept-looks.ts'
import { areLongerThan, scan } from './scan.ts'

/** So few are taken all together and sorted, whatever the order. */
const always = 200
/** So many at most, where reading in order would look at more. */
export const mostGathered = 1_000
/** A page that looks at more than this is dear. */
const dear = 600

interface Gathered extends Place {
  phase: number
}

/**
 * All requests of a filter in the order of `phases`, when they are few enough to be sorted here: a customer's, a rare
 * tag's, those made or updated in a short time. Null when they are not, or when reading in order is as cheap.
 */
export async function gather(
  db: Reader,
  ground: Ground,
  phases: readonly Phase[],
  pageSize: number,
): Promise<Gathered[] | null> {
  const numbers = await fewNumbers(db, ground, phases, pageSize)
  if (numbers === null) return null
  const rows = numbers.length === 0 ? [] : await entriesOf(db, { numbers: listFor(db, numbers) })
  const placed = rows.flatMap((row): Gathered[] => {
    const at = phases.findIndex((phase) => isOf(phase, row))
    const phase = phases[at]
    if (!phase) return []
    const key = phase.order === 'listed' ? row.listed : phase.order === 'end' ? (endOf(row) ?? 0) : row.number
    return [{ phase: at, key, number: row.number }]
  })
  return placed.toSorted((a, b) => a.phase - b.phase || compare(a, b, phases[a.phase]?.isDescending ?? true))
}

const entriesOf = prepared('gathered_entries', (db: Reader) => {
  const { requestEntries: t } = db.t
  return db
    .select({
      number: t.number,
      listed: t.listedAt,
      state: t.state,
      due: t.dueAt,
      closed: t.closedAt,
      priority: t.priority,
    })
    .from(t)
    .where(isAmong(db, t.number, 'numbers'))
})

const compare = (a: Place, b: Place, isDescending: boolean): number =>
  (isDescending ? -1 : 1) * (a.key - b.key || a.number - b.number)

interface Row {
  number: number
  listed: number
  state: number
  due: number | null
  closed: number | null
  priority: number
}
const endOf = (row: Row): number | null => (row.state === closed ? row.closed : row.due)

const isOf = (phase: Phase, row: Row): boolean => {
  if (phase.ends) {
    const hasEnd = row.state === phase.ends.state && endOf(row) !== null
    return hasEnd !== phase.ends.isWithout
  }
  return phase.only === null || phase.only.includes(rankFacet(row.priority))
}
const ranks = ['urgent', 'high', 'normal', 'low']
const rankFacet = (rank: number): number => facetOf('priority', ranks[rank])

async function fewNumbers(
  db: Reader,
  ground: Ground,
  phases: readonly Phase[],
  pageSize: number,
): Promise<number[] | null> {
  const ofCustomer = await numbersOfCustomer(db, ground)
  if (ofCustomer) return ofCustomer
  const [first] = phases
  if (!first) return null
  // Any date narrows one of these.
  const plain = { isDescending: true, only: null, ends: null }
  const ways = [
    wayOf(ground, { ...plain, order: 'number' }, pageSize),
    wayOf(ground, { ...plain, order: 'listed' }, pageSize),
    // Only open ones are looked for by due time, closed ones by closing.
    ...(ground.conditions.dates.due || ground.conditions.dates.closed
      ? [wayOf(ground, { ...plain, order: 'end' }, pageSize)]
      : []),
  ]
  const perPage = Math.max(...phases.map((phase) => wayOf(ground, phase, pageSize).perPage))
  const promising = ways.flatMap((way): Look[][] => {
    const { ranges } = way
    const bounded = Math.min(way.rows, boundOf(ranges))
    // Words are looked up in whole documents here, in an index where the rows are read in order.
    const isDear = perPage > dear && !ground.sought?.groups
    const most = bounded <= always ? always : isDear ? Math.min(mostGathered, Math.ceil(perPage)) : 0
    if (most === 0 || (bounded > most && !isBounded(ranges))) return []
    return leastOf(ground, way) > most * 2 ? [] : [wholes(ranges, most)]
  })
  if (promising.length === 0) return null
  // Before anything is looked up row by row: which of them are short enough? The ways are alike, so all are asked together.
  const areLonger = await areLongerThan(db, promising.flat())
  const short = promising.find((looks, way) => {
    const first = promising.slice(0, way).reduce((sum, { length }) => sum + length, 0)
    return !areLonger.slice(first, first + looks.length).includes(true)
  })
  return short ? allOf(db, short) : null
}

const isBounded = (ranges: readonly Range[]): boolean =>
  ranges.some(({ within }) => within.from !== null || within.to !== null)
/** Numbers follow each other: so many lie between two. */
const boundOf = (ranges: readonly Range[]): number =>
  Math.max(
    0,
    ...ranges.map(({ order, within }) =>
      order === 'number' && within.from !== null && within.to !== null ? within.to - within.from : Infinity,
    ),
  )

/**
 * How many rows there are at least, as far as numbers say when they were made: nothing is updated before that. To find
 * out that thousands are too many would cost every page a fifth of its time.
 */
function leastOf({ counts, numbers, conditions }: Ground, { ranges, rows }: Way): number {
  const order = ranges[0]?.order
  const all = counts(facetOf('all'), open) + counts(facetOf('all'), closed)
  const isKnown = order === 'number' || (order === 'listed' && !conditions.dates.listed)
  if (all === 0 || !isKnown || (numbers.from === null && numbers.to === null)) return 0
  const until = order === 'number' ? Math.min(all, numbers.to ?? all) : all
  return (rows * Math.max(0, until - (numbers.from ?? 0))) / all
}

/** Looks at all of the ranges, each for a part of `most` rows, as none of them knows of the others. */
function wholes(ranges: readonly Range[], most: number): Look[] {
  const each = Math.min(most, Math.max(always, Math.ceil((most * 2) / ranges.length)))
  return ranges.map((range) => ({ range, after: null, wanted: each, most: each }))
}

/** Every fitting number of these; null when one has grown longer meanwhile. */
async function allOf(db: Reader, looks: readonly Look[]): Promise<number[] | null> {
  const scanned = await scan(db, looks)
  if (scanned.some(({ until }) => until !== null)) return null
  return [...new Set(scanned.flatMap(({ found }) => found.map(({ number }) => number)))]
}

async function numbersOfCustomer(db: Reader, { conditions }: Ground): Promise<number[] | null> {
  const { customerId } = conditions
  if (customerId === null) return null
  const parts = [...conditions.byState].map(([state, facets]) => {
    const { dates, isUndated, words } = conditions
    const rest: Rest = { facets, dates, isUndated, customerId: null, words: words ?? [] }
    return sql`select f.number from (select number from request_entries where customer_id = ${customerId}
        order by customer_id desc, listed_at desc, number desc limit ${mostGathered}) f where ${and(
          sql`(select e.state from request_entries e where e.number = f.number) = ${state}`,
          holds(db, state, rest),
        )}`
  })
  if (parts.length === 0) return []
  const rows = await db.rows<{ number: number }>(sql.join(parts, sql.raw(' union all ')))
  return rows.map((row) => row.number)
}
