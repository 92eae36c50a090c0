import { handedOverMost } from '@care/domain'
import { and, asc, eq, isNull } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import type { Ctx } from '../../kernel/command.ts'
import { ofDeal, writeDeal } from './deal-store.ts'
import type {} from './events.ts'
import { loadOwner } from './subject.ts'
import { ofTodo, writeTodo } from './todo-store.ts'

/**
 * Open to-dos and deals of an account that is closed go to a colleague, the earliest first, so many at once as one transaction
 * bears; each with the event that a change by hand has. A reminder that is set rings at the heir, one that rang does so now.
 */
export async function handOverAll(ctx: Ctx, from: string, heirId: string): Promise<void> {
  await loadOwner(ctx, heirId)
  const fields = { ownerId: { from, to: heirId } }
  const { todos, deals } = ctx.tx.t
  const openTodos = ctx.tx
    .select()
    .from(todos)
    .where(and(eq(todos.ownerId, from), isNull(todos.doneAt), isNull(todos.deletedAt)))
    .orderBy(asc(todos.dueKey), asc(todos.id))
    .limit(handedOverMost)
  for (const { id } of await locked(ctx.tx, openTodos, todos)) {
    const row = await writeTodo(ctx, id, { ownerId: heirId })
    ctx.emit('todo.edited', { ...ofTodo(row), previousOwnerId: from, fields, version: row.version })
  }
  const openDeals = ctx.tx
    .select()
    .from(deals)
    .where(and(eq(deals.ownerId, from), eq(deals.state, 'open'), isNull(deals.deletedAt)))
    .orderBy(asc(deals.expectedKey), asc(deals.id))
    .limit(handedOverMost)
  for (const deal of await locked(ctx.tx, openDeals, deals)) {
    const row = await writeDeal(ctx, deal, { ownerId: heirId })
    ctx.emit('deal.edited', { ...ofDeal(row), previousOwnerId: from, fields, version: row.version })
  }
}
