import type Database from 'better-sqlite3'

/** So many texts are kept; beyond them all begin anew, as texts with lists of many lengths have no end. */
const mostKept = 1_000

/** What drizzle and this package use of a statement. */
type Kept = Pick<Database.Statement, 'run' | 'all' | 'get' | 'raw' | 'reader'>

/**
 * From now on this connection prepares each text once. Drizzle prepares a query at each call where it is not built ahead,
 * which takes SQLite longer than most of them run. Statements that give arrays and objects are two: the choice stays with
 * a statement.
 */
export function keepStatements(client: Database.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, Kept>()
  const make = (text: string): Kept => {
    const objects = prepare(text)
    let arrays: Database.Statement | null = null
    return {
      reader: objects.reader,
      run: objects.run.bind(objects),
      all: objects.all.bind(objects),
      get: objects.get.bind(objects),
      raw: () => (arrays ??= prepare(text).raw()),
    }
  }
  client.prepare = ((text: string) => {
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const made = make(text)
    kept.set(text, made)
    return made
  }) as typeof client.prepare
}
