import type { Reader, Tx } from './store.ts'

interface Preparable<R> {
  prepare(name: string): { execute(params?: Record<string, unknown>): Promise<R> }
}

/**
 * A hot-path query that is built once per connection and then only executed: building costs more than running
 * (docs/performance.md). `build` uses `sql.placeholder('name')` for every value.
 */
export function prepared<P extends Record<string, unknown>, R, D extends Reader = Reader>(
  name: string,
  build: (db: D) => Preparable<R>,
): (db: D, params: P) => Promise<R> {
  const cache = new WeakMap<D, { execute(params?: Record<string, unknown>): Promise<R> }>()
  return (db, params) => {
    let query = cache.get(db)
    if (!query) cache.set(db, (query = build(db).prepare(name)))
    return query.execute(params)
  }
}

/** The same for a statement that writes. */
export const preparedWrite = <P extends Record<string, unknown>, R>(name: string, build: (tx: Tx) => Preparable<R>) =>
  prepared<P, R, Tx>(name, build)
