import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { and, or, sql } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { snippetsOf } from '../../search/index.ts'
import { conditionsOf } from '../conditions.ts'
import { holds } from '../holds.ts'

/** Where words were found in those of the requests that one may see, in the order asked. */
export async function listSnippets(
  db: Reader,
  actor: OperatorActor,
  { words, ids }: QueryOf<Api['listSnippets']>,
): Promise<ResponseOf<Api['listSnippets']>> {
  const seen = await seenOf(db, actor, ids)
  return {
    items: await snippetsOf(
      db,
      words,
      ids.filter((id) => seen.has(id)),
    ),
  }
}

/** Those that the lists would show this operator. */
async function seenOf(db: Reader, actor: OperatorActor, ids: readonly string[]): Promise<Set<string>> {
  const none = { dates: {}, isUndated: false, customerId: null, words: [] }
  const states = [...conditionsOf({}, { actor, now: 0 }).byState].map(([state, facets]) =>
    and(sql`f.state = ${state}`, holds(db, state, { ...none, facets: [...facets] })),
  )
  const rows = await db.rows<{ id: string }>(
    sql`select f.request_id as id from request_entries f where f.request_id in ${ids} and ${or(...states)}`,
  )
  return new Set(rows.map(({ id }) => id))
}
