import type { Api, QueryOf, ResponseOf, Todo } from '@care/contract'
import { and, asc, desc, eq, gte, isNotNull, isNull, lt } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, afterAscending } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { resolveCustomerId } from '../../customers/index.ts'
import { presentTodos } from '../present.ts'
import { listOwner, maySee, visible } from '../rights.ts'

type Query = QueryOf<Api['listTodos']>

/** To-dos of somebody, a customer or a request: open ones next due first, done ones latest first; by key. */
export async function todoList(db: Reader, actor: OperatorActor, query: Query): Promise<ResponseOf<Api['listTodos']>> {
  const { todos } = db.t
  const owner = listOwner(actor, query)
  const isDone = query.state === 'done'
  const at = readCursor(query.cursor, ['number', 'string'])
  const position = at && { first: at[0], second: at[1] }
  const rows = await db
    .select()
    .from(todos)
    .where(
      and(
        isNull(todos.deletedAt),
        isDone ? isNotNull(todos.doneAt) : isNull(todos.doneAt),
        owner === null ? undefined : eq(todos.ownerId, owner),
        query.customerId === undefined ? undefined : eq(todos.customerId, await shownId(db, query.customerId)),
        query.requestId === undefined ? undefined : eq(todos.requestId, query.requestId),
        query.dueFrom === undefined ? undefined : gte(todos.dueKey, query.dueFrom),
        query.dueBefore === undefined ? undefined : lt(todos.dueKey, query.dueBefore),
        query.rings === true ? isNotNull(todos.ringsSince) : undefined,
        owner === actor.id ? undefined : visible(db, actor, todos),
        position === null
          ? undefined
          : isDone
            ? after(todos.doneAt, todos.id, position)
            : afterAscending(todos.dueKey, todos.id, position),
      ),
    )
    .orderBy(...(isDone ? [desc(todos.doneAt), desc(todos.id)] : [asc(todos.dueKey), asc(todos.id)]))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [isDone ? (row.doneAt ?? 0) : row.dueKey, row.id])
  return { items: await presentTodos(db, actor, page.items), nextCursor: page.nextCursor }
}

export async function todoById(db: Reader, actor: OperatorActor, todoId: string): Promise<Todo> {
  const { todos } = db.t
  const [row] = await db
    .select()
    .from(todos)
    .where(and(eq(todos.id, todoId), isNull(todos.deletedAt)))
  if (!row || !(await maySee(db, actor, row))) throw notFound('to-do')
  const [todo] = await presentTodos(db, actor, [row])
  if (!todo) throw new Error('a to-do was lost')
  return todo
}

/** An alias stands for the customer it leads to. */
export const shownId = async (db: Reader, customerId: string): Promise<string> =>
  (await resolveCustomerId(db, customerId)) ?? customerId
