import type { OperatorWork } from '@care/contract'
import { countedWorkMost } from '@care/domain'
import { and, eq, inArray, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** How much an account still has; a full count stands for more, and costs nothing more to make. */
export async function operatorWork(read: Reader, operatorId: string): Promise<OperatorWork> {
  const { operators, activities, todos, deals } = read.t
  const [[operator], tasks, openTodos, openDeals] = await Promise.all([
    read.select({ id: operators.id }).from(operators).where(eq(operators.id, operatorId)),
    read
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.operatorId, operatorId), inArray(activities.state, ['active', 'wrapUp'])))
      .limit(countedWorkMost),
    read
      .select({ id: todos.id })
      .from(todos)
      .where(and(eq(todos.ownerId, operatorId), isNull(todos.doneAt), isNull(todos.deletedAt)))
      .limit(countedWorkMost),
    read
      .select({ id: deals.id })
      .from(deals)
      .where(and(eq(deals.ownerId, operatorId), eq(deals.state, 'open'), isNull(deals.deletedAt)))
      .limit(countedWorkMost),
  ])
  if (!operator) throw notFound('operator')
  return { tasks: tasks.length, todos: openTodos.length, deals: openDeals.length }
}
