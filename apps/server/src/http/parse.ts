import type { z } from 'zod'
import { AppError } from '../kernel/app-error.ts'

/** Parses a part of a call by its schema; INVALID_INPUT names every wrong field. */
export function parsePart<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError('INVALID_INPUT', undefined, { issues })
}

/** The version of If-Match: `3` or `"3"`. */
export function parseVersion(ifMatch: string | undefined): number {
  const digits = ifMatch?.match(/^\s*"?(\d{1,15})"?\s*$/)?.[1]
  if (digits === undefined) throw new AppError('VERSION_MISSING')
  return Number(digits)
}

export function parseKey(key: string | undefined): string | undefined {
  if (key === undefined || (key.length > 0 && key.length <= 100)) return key
  throw new AppError('INVALID_INPUT', undefined, {
    issues: [{ path: 'idempotency-key', message: 'must have 1 to 100 characters' }],
  })
}
