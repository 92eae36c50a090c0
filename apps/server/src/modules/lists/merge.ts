import type { Reader } from '../../db/store.ts'
import type { Place, Range } from './kept-looks.ts'
import { scan } from './scan.ts'

/** What one page may look at: rows of indexes. Keeps a page at a few milliseconds, whatever was asked. */
export const budgetOfPage = 800
/** With words, which have more time (P6). */
export const budgetOfWords = 1_500
/** The first look into a range takes so many rows, or its share of half the budget; each further one twice as many. */
const firstStep = 128
const shortestStep = 40
const longestStep = 1_024

interface Reading {
  range: Range
  found: Place[]
  /** Up to where it has been looked at; null = to the end. */
  until: Place | null
  isDone: boolean
  step: number
}

export interface Merged {
  places: Place[]
  /** Where the next look begins; null when all has been looked at. */
  next: Place | null
  /** The budget was used up before there were enough. */
  isUnfinished: boolean
  spent: number
}

/** Whether `a` comes before `b` in the order. */
const isBefore = (a: Place, b: Place, isDescending: boolean): boolean =>
  a.key === b.key
    ? isDescending
      ? a.number > b.number
      : a.number < b.number
    : isDescending
      ? a.key > b.key
      : a.key < b.key

const stepFor = (ranges: number, budget: number): number =>
  Math.min(firstStep, Math.max(shortestStep, Math.ceil(budget / 2 / ranges)))

/** The first of these whose next looks cost so much together. */
function withinRoom(readings: readonly Reading[], room: number): Reading[] {
  let left = room
  return readings.filter(({ step }) => {
    const isWithin = left > 0
    left -= step
    return isWithin
  })
}

/**
 * The first `wanted` requests of several ranges of one order, each once: every range is read in its own index and only
 * their heads are compared. Stops when the budget is used up or `deadline` of the clock of `performance` is past, and says
 * where.
 */
export async function merge(
  db: Reader,
  ranges: readonly Range[],
  after: Place | null,
  wanted: number,
  budget = budgetOfPage,
  { deadline = Infinity, step = stepFor(ranges.length, budget) }: { deadline?: number; step?: number } = {},
): Promise<Merged> {
  const isDescending = ranges[0]?.isDescending ?? true
  let spent = 0
  const isOver = (): boolean => spent >= budget || performance.now() > deadline
  const readings: Reading[] = ranges.map((range) => ({
    range,
    found: [],
    until: after,
    isDone: false,
    step,
  }))
  const places: Place[] = []
  // Of many ranges each gives a part of a page; who runs out is asked again.
  const chunk = ranges.length < 3 ? wanted : Math.min(wanted, Math.ceil((wanted * 2) / ranges.length) + 4)
  const taken = new Set<number>()
  for (let isFirst = true; ; isFirst = false) {
    // Each is looked at once at least: every page gets further.
    const room = isFirst ? Infinity : isOver() ? 0 : budget - spent
    const asked = withinRoom(
      readings.filter((reading) => !reading.isDone && reading.found.length === 0),
      room,
    )
    const looks = asked.map(({ range, until, step: most }) => ({ range, after: until, wanted: chunk, most }))
    const scanned = looks.length === 0 ? [] : await scan(db, looks)
    for (const [at, { found, until, cost }] of scanned.entries()) {
      const reading = asked[at]
      if (!reading) continue
      reading.step = Math.min(longestStep, reading.step * 2)
      reading.found = found
      reading.isDone = until === null
      if (until !== null) reading.until = until
      spent += cost
    }
    const best = readings.reduce<Place | null>((first, { found: [head] }) => {
      if (!head) return first
      return first === null || isBefore(head, first, isDescending) ? head : first
    }, null)
    // A range without a head that is not at its end may hold something before the best of the others.
    const starved = readings.filter((reading) => !reading.isDone && reading.found.length === 0)
    const border = starved.reduce<Place | null>(
      (first, { until }) =>
        until !== null && (first === null || isBefore(until, first, isDescending)) ? until : first,
      null,
    )
    if (starved.length > 0 && (best === null || border === null || !isBefore(best, border, isDescending))) {
      if (!isOver()) continue
      return { places, next: border ?? after, isUnfinished: true, spent }
    }
    if (best === null) return { places, next: null, isUnfinished: false, spent }
    if (!taken.has(best.number)) places.push(best)
    taken.add(best.number)
    for (const reading of readings) if (reading.found[0]?.number === best.number) reading.found.shift()
    if (places.length === wanted) return { places, next: best, isUnfinished: false, spent }
  }
}
