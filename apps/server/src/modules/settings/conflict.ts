import { AppError } from '../../kernel/app-error.ts'

/** Refuses an edit on an old version with the values as they are now (rule 4). */
export function refuseStale(
  row: { version: number } & Record<string, unknown>,
  version: number,
  wanted: Record<string, unknown>,
): void {
  if (row.version === version) return
  const current = Object.fromEntries(Object.keys(wanted).map((key) => [key, row[key] ?? null]))
  throw new AppError('CONFLICT', undefined, { currentVersion: row.version, changedBy: null, changedAt: null, current })
}
