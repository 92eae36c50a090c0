import { and, type SQL, sql } from '../../db/drizzle.ts'
import { facetValues, hasKeptFacets, keptSizes } from '../../db/facets.ts'
import type { Reader } from '../../db/store.ts'
import type { Between, DateField } from './conditions.ts'
import { dateColumns, patternOf, type Rest, saidAll } from './holds.ts'

/** A place in an order: the sorted value, and the request's number because values repeat. */
export interface Place {
  key: number
  number: number
}
export type Order = 'listed' | 'end' | 'number'

/** The requests of one facet in one state, read in one order through one index. */
export interface Range {
  facet: number
  state: number
  order: Order
  isDescending: boolean
  /** Bounds of the order's value, where a date is known to lie between. */
  within: Between
  /** What else must hold of each row: looked up one by one. */
  rest: Rest
}
/** The next `wanted` fitting rows of a range behind `after`, looking at `most` rows of its index at most. */
export interface Look {
  range: Range
  after: Place | null
  wanted: number
  most: number
}

/**
 * Statements of looks, kept by their shape. Whatever may be absent has a value that says so (no bound is a bound that
 * nothing passes), looks of one shape stand together, and their number is rounded up by looks that find nothing: so a few
 * dozen texts serve all filters. A new text costs either engine more than the page that it is for.
 */
export interface KeptStatement {
  statement: SQL
  values: unknown[]
  /** Which of the looks stands at each place; those behind are there to fill up. */
  order: number[]
}

interface Shape {
  order: Order
  isDescending: boolean
  /** How many facets are in each group; null = nothing else must hold. */
  rest: { sizes: number[]; dates: DateField[]; isUndated: boolean; isOfCustomer: boolean; words: number } | null
  /** Only the last row is asked for. */
  isEnd?: boolean
}

const columns = { listed: sql.raw('listed_at'), end: sql.raw('end_at'), number: sql.raw('number') }
const value = sql.placeholder('value')
const [lowest, highest] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
/** Numbers of requests are 32 bits wide, and greater than 0. */
const highestNumber = 2 ** 31 - 1

const rounded = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]
const roundUp = (count: number): number => rounded.find((size) => size >= count) ?? count

/** The rows of an index between two places, in its order: never sorted. Its values: `sliceValues`. */
function slice({ order, isDescending }: Shape, hasSkip: boolean): SQL {
  const key = columns[order]
  const direction = isDescending ? sql.raw('desc') : sql.raw('asc')
  const between =
    order === 'number'
      ? sql`number >= ${value} and number < ${value}`
      : isDescending
        ? sql`${key} >= ${value} and (${key}, number) < (${value}, ${value})`
        : sql`(${key}, number) > (${value}, ${value}) and ${key} < ${value}`
  const by = order === 'number' ? sql`number ${direction}` : sql`${key} ${direction}, number ${direction}`
  return sql`select ${key} as key, number from request_facets where facet = ${value} and state = ${value}${
    order === 'end' ? sql.raw(' and end_at is not null') : sql.raw('')
  } and ${between} order by ${by} limit ${value}${hasSkip ? sql` offset ${value}` : sql.raw('')}`
}

function sliceValues({ range, after }: Look, limit: number): unknown[] {
  const { facet, state, order, isDescending, within } = range
  if (order === 'number') {
    const [from, to] = [within.from ?? 0, within.to ?? highestNumber]
    const bounds = isDescending
      ? [from, Math.min(to, after?.number ?? to)]
      : [Math.max(from, (after?.number ?? -1) + 1), to]
    return [facet, state, ...bounds, limit]
  }
  const [from, to] = [within.from ?? lowest, within.to ?? highest]
  // Behind the last place, or where the bound begins, which may have moved on since.
  if (isDescending) {
    const until = after !== null && after.key < to ? [after.key, after.number] : [to, -1]
    return [facet, state, from, ...until, limit]
  }
  const since = after !== null && after.key >= from ? [after.key, after.number] : [from, -1]
  return [facet, state, ...since, to, limit]
}

const datesOf = ({ dates }: Rest): DateField[] =>
  (Object.entries(dates) as [DateField, Between][])
    .filter(([, { from, to }]) => from !== null || to !== null)
    .map(([field]) => field)
const isFree = ({ facets, isUndated, customerId, words }: Rest, dates: readonly DateField[]): boolean =>
  facets.length === 0 && dates.length === 0 && !isUndated && customerId === null && words.length === 0
/** Whether anything is asked of the entry beside its facets. */
const isOfEntry = ({ isUndated, customerId }: Rest, dates: readonly DateField[]): boolean =>
  isUndated || customerId !== null || dates.length > 0
/** Whether every row of its range is found. */
export const findsAll = ({ range: { rest } }: Look): boolean => isFree(rest, datesOf(rest))

function shapeOf(db: Reader, { range }: Look): Shape {
  const { order, isDescending, rest } = range
  const dates = datesOf(rest)
  if (isFree(rest, dates)) return { order, isDescending, rest: null }
  return {
    order,
    isDescending,
    rest: {
      sizes: keptSizes(db, rest.facets, isOfEntry(rest, dates), roundUp),
      dates,
      isUndated: rest.isUndated,
      isOfCustomer: rest.customerId !== null,
      words: rest.words.length,
    },
  }
}

const nameOf = ({ order, isDescending, rest, isEnd = false }: Shape): string =>
  `${isEnd ? 'end ' : ''}${order}${isDescending ? '<' : '>'}${
    rest === null
      ? ''
      : `${rest.sizes.join()}/${rest.dates.join()}/${rest.isUndated ? 1 : 0}${rest.isOfCustomer ? 1 : 0}${rest.words}`
  }`

function condition(db: Reader, { sizes, dates, isUndated, isOfCustomer, words }: NonNullable<Shape['rest']>): SQL {
  const ofEntry = and(
    ...dates.map((field) => sql`${dateColumns[field]} >= ${value} and ${dateColumns[field]} < ${value}`),
    isUndated ? sql`e.due_at is null` : undefined,
    isOfCustomer ? sql`e.customer_id = ${value}` : undefined,
  )
  const said = saidAll(Array.from({ length: words }, () => value))
  return and(hasKeptFacets(db, sizes, ofEntry), said) ?? sql`1 = 1`
}

function conditionValues(
  db: Reader,
  state: number,
  rest: Rest,
  { dates, sizes }: NonNullable<Shape['rest']>,
): unknown[] {
  const ofEntry = [
    ...dates.flatMap((field) => [rest.dates[field]?.from ?? lowest, rest.dates[field]?.to ?? highest]),
    ...(rest.customerId === null ? [] : [rest.customerId]),
  ]
  // Any of these, said more often, is any of these.
  const facets = rest.facets.map((any, at) => [
    ...any,
    ...Array.from({ length: Math.max(0, (sizes[at] ?? 0) - any.length) }, () => any.at(-1) ?? -1),
  ])
  return [...facetValues(db, state, facets, isOfEntry(rest, dates) ? ofEntry : null), ...rest.words.map(patternOf)]
}

/** The rows that looks find, and of those with conditions also where each ended: `look`, `isEnd`, `key`, `number`. */
export const keptLooks = (db: Reader, looks: readonly Look[]): KeptStatement =>
  keep(db, looks, (look) => shapeOf(db, look), {
    parts: (shape, at) => {
      const { rest } = shape
      if (rest === null) return [part(at, 0, slice(shape, false))]
      const fits = condition(db, rest)
      return [
        part(at, 0, sql`select f.key, f.number from (${slice(shape, false)}) f where ${fits} limit ${value}`),
        part(at, 1, slice(shape, true)),
      ]
    },
    values: (look, { rest }) =>
      rest === null
        ? sliceValues(look, look.wanted)
        : [
            ...sliceValues(look, look.most),
            ...conditionValues(db, look.range.state, look.range.rest, rest),
            look.wanted,
            ...endValues(look),
          ],
  })

/** The last row of those that looks look at, where there are so many: `look`, `isEnd`, `key`, `number`. */
export const keptEnds = (db: Reader, looks: readonly Look[]): KeptStatement =>
  keep(db, looks, ({ range: { order, isDescending } }) => ({ order, isDescending, rest: null, isEnd: true }), {
    parts: (shape, at) => [part(at, 1, slice(shape, true))],
    values: endValues,
  })

const endValues = (look: Look): unknown[] => [...sliceValues(look, 1), look.most - 1]

const part = (at: number, isEnd: number, rows: SQL): SQL =>
  sql`select ${sql.raw(String(at))} as look, ${sql.raw(String(isEnd))} as "isEnd", f.key, f.number from (${rows}) f`

interface Maker {
  parts: (shape: Shape, at: number) => SQL[]
  values: (look: Look, shape: Shape) => unknown[]
}
const mostKept = 1_000
const kept = new Map<string, SQL>()

function keep(
  db: Reader,
  looks: readonly Look[],
  shapeBy: (look: Look) => Shape,
  { parts, values }: Maker,
): KeptStatement {
  const shaped = looks.map((look, at) => ({ look, at, shape: shapeBy(look) }))
  const named = Map.groupBy(shaped, ({ shape }) => nameOf(shape))
  const groups = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const places = groups.flatMap(([, group]) => {
    const [first] = group
    const missing = first ? roundUp(group.length) - group.length : 0
    // No request has the facet -1.
    const empty = first && { ...first, at: -1, look: { ...first.look, range: { ...first.look.range, facet: -1 } } }
    return [...group, ...Array.from({ length: missing }, () => empty).filter((one) => one !== undefined)]
  })
  const name = `${db.engine} ${groups.map(([one, group]) => `${one}*${roundUp(group.length)}`).join(' ')}`
  let statement = kept.get(name)
  if (!statement) {
    if (kept.size >= mostKept) kept.clear()
    statement = sql.join(
      places.flatMap(({ shape }, place) => parts(shape, place)),
      sql.raw(' union all '),
    )
    kept.set(name, statement)
  }
  return {
    statement,
    values: places.flatMap(({ look, shape }) => values(look, shape)),
    order: places.map(({ at }) => at),
  }
}
