import type { SQL } from './drizzle.ts'

interface Query {
  sql: string
  params: unknown[]
}

/** Puts statements into words; those that are asked with values of their placeholders only once. */
export function queriesOf(translate: (statement: SQL) => Query) {
  const kept = new WeakMap<SQL, Query>()
  return (statement: SQL, values: readonly unknown[] | undefined): Query => {
    if (values === undefined) return translate(statement)
    let known = kept.get(statement)
    if (!known) kept.set(statement, (known = translate(statement)))
    if (known.params.length !== values.length)
      throw new Error(`a statement with ${known.params.length} placeholders was given ${values.length} values`)
    return { sql: known.sql, params: values as unknown[] }
  }
}
