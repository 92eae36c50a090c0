import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'
import type { Store } from './store.ts'

/** Opens the store that `url` names: `postgres://…`, or the path of an SQLite file. Does not migrate. */
export function openStore(url: string): Store {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url) : openSqlite(url)
}
