import type { Reader, Tx } from './store.ts'

interface Preparable<R> {
  prepare(name: string): Prepared<R>
}
interface Prepared<R> {
  execute(params?: Record<string, unknown>): Promise<R>
}

/**
 * A hot-path query that is built once per connection and then only executed: building costs more than running
 * (docs/performance.md). `build` uses `sql.placeholder('name')` for every value.
 */
export function prepared<P extends Record<string, unknown>, R, D extends Reader = Reader>(
  name: string,
  build: (db: D) => Preparable<R>,
): (db: D, params: P) => Promise<R> {
  const cache = new WeakMap<D, Prepared<R>>()
  return async (db, params) => {
    let query = cache.get(db)
    if (!query) cache.set(db, (query = build(db).prepare(name)))
    const result = query.execute(params)
    // SQLite has the rows at once: awaiting its thenable would cost three promises a statement.
    return isAtHand<R>(result) ? result.sync() : result
  }
}

/** What drizzle gives on better-sqlite3. */
const isAtHand = <R>(result: object): result is { sync(): R } => 'sync' in result

/** The same for a statement that writes. */
export const preparedWrite = <P extends Record<string, unknown>, R>(name: string, build: (tx: Tx) => Preparable<R>) =>
  prepared<P, R, Tx>(name, build)
