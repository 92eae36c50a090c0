import { AppError } from '../kernel/app-error.ts'
import { isStorable } from './storable.ts'

/** Packs a position in a list into the opaque cursor of the contract. */
export const packCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** What a cursor is made of: a text, an instant, or a small whole number such as a rank. */
type Kind = 'string' | 'number' | 'rank'
const isOf: Record<Kind, (part: unknown) => boolean> = {
  string: (part) => typeof part === 'string' && isStorable(part),
  number: (part) => Number.isSafeInteger(part),
  // PostgreSQL cannot compare an integer column with anything longer.
  rank: (part) => Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31,
}

/** Reads a cursor; one that we did not make is INVALID_INPUT. */
export function readCursor<const K extends readonly Kind[]>(
  cursor: string | undefined,
  kinds: K,
): { [I in keyof K]: K[I] extends 'string' ? string : number } | null {
  if (cursor === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, i) => isOf[kind](parts[i])))
      return parts as { [I in keyof K]: K[I] extends 'string' ? string : number }
  } catch {
    // Falls through: not ours.
  }
  throw new AppError('INVALID_INPUT', 'the cursor is not one of this list', {
    issues: [{ path: 'cursor', message: 'not a cursor' }],
  })
}

/** Cuts the row that only shows that there is more, and says where the next page begins. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  position: (row: T) => readonly (string | number)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? packCursor(position(last)) : null }
}
