import type { z } from 'zod'
import { isStorable, unstorablePath } from '../db/storable.ts'
import { AppError } from '../kernel/app-error.ts'

const invalid = (issues: { path: string; message: string }[]): AppError =>
  new AppError('INVALID_INPUT', undefined, { issues })

/** Parses a value by its schema and leaves what the schema does not know unlooked at. */
export function parseShape<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalid(
    parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  )
}

/**
 * Parses a part of a call by its schema; INVALID_INPUT names every wrong field. Text that people type has lost its NUL
 * and its halves of characters by then; a key or an id that has one is none.
 */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const data = parseShape(schema, value)
  const path = unstorablePath(data)
  if (path !== null) throw invalid([{ path, message: 'has a character that cannot be stored' }])
  return data
}

/** The highest version that a row can have; PostgreSQL cannot even compare with a higher one. */
const mostVersion = 2 ** 31 - 1

/** The version of If-Match: `3` or `"3"`. */
export function parseVersion(ifMatch: string | undefined): number {
  const digits = ifMatch?.match(/^\s*"?(\d{1,15})"?\s*$/)?.[1]
  if (digits === undefined) throw new AppError('VERSION_MISSING')
  return Math.min(Number(digits), mostVersion)
}

export function parseKey(key: string | undefined): string | undefined {
  if (key === undefined || (key.length > 0 && key.length <= 100 && isStorable(key))) return key
  throw invalid([{ path: 'idempotency-key', message: 'must have 1 to 100 characters' }])
}
