import type { Reader } from '../../db/store.ts'
import { findsAll, keptEnds, keptLooks, type Look, type Place } from './kept-looks.ts'

export interface Scanned {
  /** In the order of the range. */
  found: Place[]
  /** Up to where the range has been looked at; null = to its end. */
  until: Place | null
  /** Rows of the index that were looked at, at most. */
  cost: number
}

/** So many looks are asked in one statement: SQLite takes 500 parts, two of a look. */
const looksTogether = 64

/** What several looks find, in their order: a statement of all of them, as on PostgreSQL each is a way there and back. */
export async function scan(db: Reader, looks: readonly Look[]): Promise<Scanned[]> {
  const scanned: Scanned[] = []
  for (let from = 0; from < looks.length; from += looksTogether)
    scanned.push(...(await scanTogether(db, looks.slice(from, from + looksTogether))))
  return scanned
}

/** `isEnd` = 1 is not found but the last row that was looked at. */
interface Row extends Place {
  look: number
  isEnd: number
}

/** Which of these have as many rows as are to be looked at, or more: passed over in their indexes, nothing is looked up. */
export async function areLongerThan(db: Reader, looks: readonly Look[]): Promise<boolean[]> {
  const longer = new Set<number>()
  for (let from = 0; from < looks.length; from += looksTogether) {
    const { statement, values, order } = keptEnds(db, looks.slice(from, from + looksTogether))
    for (const row of await db.rows<Row>(statement, values)) longer.add(from + (order[row.look] ?? -1))
  }
  return looks.map((_, at) => longer.has(at))
}

async function scanTogether(db: Reader, looks: readonly Look[]): Promise<Scanned[]> {
  const { statement, values, order } = keptLooks(db, looks)
  const byLook = Map.groupBy(await db.rows<Row>(statement, values), (row) => order[row.look])
  return looks.map((look, at) => {
    const { range, wanted, most } = look
    const own = byLook.get(at) ?? []
    const found = own
      .filter((row) => row.isEnd === 0)
      .map(({ key, number }) => ({ key, number }))
      .toSorted((a, b) => (range.isDescending ? -1 : 1) * (a.key - b.key || a.number - b.number))
    const cost = findsAll(look) ? found.length : most
    const last = found.at(-1) ?? null
    if (found.length === wanted) return { found, until: last, cost }
    const end = own.find((row) => row.isEnd === 1)
    return { found, until: end ? { key: end.key, number: end.number } : null, cost }
  })
}
