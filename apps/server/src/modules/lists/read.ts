import type { RequestSort } from '@care/contract'
import { packCursor, readCursor } from '../../db/cursor.ts'
import type { Reader } from '../../db/store.ts'
import type { Conditions } from './conditions.ts'
import { gather } from './gather.ts'
import { budgetOfPage, budgetOfWords, merge } from './merge.ts'
import { mergeByWords, patienceOfPage } from './words.ts'
import { groundOf, phasesOf, wayOf } from './plan.ts'
import type { Place } from './kept-looks.ts'

export interface Page {
  numbers: number[]
  nextCursor: string | null
  isUnfinished: boolean
}
interface Position extends Place {
  phase: number
}

const positionOf = (cursor: string | undefined): Position | null => {
  const parts = readCursor(cursor, ['rank', 'number', 'rank', 'rank'])
  // The third says whether the phase has only been entered.
  return parts === null || parts[2] === 0
    ? parts && { phase: parts[0], key: Number.NaN, number: parts[3] }
    : { phase: parts[0], key: parts[1], number: parts[3] }
}
const cursorOf = (phase: number, place: Place | null): string =>
  packCursor(place === null ? [phase, 0, 0, 0] : [phase, place.key, 1, place.number])

/**
 * The numbers of one page of a list in its order. Looks at a bounded number of rows whatever is asked: a page may be
 * short or empty and say where to go on.
 */
export async function readPage(
  db: Reader,
  conditions: Conditions,
  sort: RequestSort,
  {
    cursor,
    limit,
    budget = conditions.words === null ? budgetOfPage : budgetOfWords,
    patienceMs = patienceOfPage,
  }: { cursor?: string | undefined; limit: number; budget?: number; patienceMs?: number },
): Promise<Page> {
  const phases = phasesOf(sort)
  const ground = await groundOf(db, conditions)
  const from = positionOf(cursor)
  if (ground.sought?.isNothing) return { numbers: [], nextCursor: null, isUnfinished: false }
  const gathered = await gather(db, ground, phases, limit)
  if (gathered) {
    const behind =
      from === null ? gathered : gathered.filter((row) => isBehind(row, from, phases[row.phase]?.isDescending ?? true))
    const page = behind.slice(0, limit)
    const last = page.at(-1)
    const isMore = behind.length > limit && last !== undefined
    return {
      numbers: page.map(({ number }) => number),
      nextCursor: isMore ? cursorOf(last.phase, last) : null,
      isUnfinished: false,
    }
  }
  const numbers: number[] = []
  let left = budget
  for (let at = from?.phase ?? 0; at < phases.length; at++) {
    const phase = phases[at]
    if (!phase) break
    const after = from !== null && from.phase === at && !Number.isNaN(from.key) ? from : null
    const wanted = limit + 1 - numbers.length
    const way = wayOf(ground, phase, limit)
    const place = after && { key: after.key, number: after.number }
    const read =
      ground.sought?.groups && phase.order === 'number'
        ? await mergeByWords(db, ground, way, {
            isDescending: phase.isDescending,
            after: place,
            wanted,
            budget: left,
            patienceMs,
          })
        : await merge(db, way.ranges, place, wanted, left)
    left -= read.spent
    if (numbers.length + read.places.length > limit) {
      const kept = read.places.slice(0, wanted - 1)
      numbers.push(...kept.map(({ number }) => number))
      const last = kept.at(-1)
      // None of this phase is on the page: the next one begins with it.
      return { numbers, nextCursor: cursorOf(at, last ?? after ?? null), isUnfinished: false }
    }
    numbers.push(...read.places.map(({ number }) => number))
    if (read.isUnfinished) return { numbers, nextCursor: cursorOf(at, read.next), isUnfinished: true }
    if (left <= 0 && at + 1 < phases.length) return { numbers, nextCursor: cursorOf(at + 1, null), isUnfinished: true }
  }
  return { numbers, nextCursor: null, isUnfinished: false }
}

function isBehind(row: Position, from: Position, isDescending: boolean): boolean {
  if (row.phase !== from.phase) return row.phase > from.phase
  if (Number.isNaN(from.key)) return true
  const order = row.key - from.key || row.number - from.number
  return isDescending ? order < 0 : order > 0
}
