import { and, eq, isNull, lte } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { dueAtIn, ofTodo } from '../todo-store.ts'

/** The reminder of a to-do rings: once, whoever sweeps. Refuses with NOT_ALLOWED_NOW what is not due, done or deleted. */
export const remindTodo = command({
  name: 'remind-todo',
  action: 'nobody',
  load: () => Promise.resolve(null),
  allow: () => false,
  async run(ctx, _none, { todoId }: { todoId: string }) {
    const { todos } = ctx.tx.t
    const [row] = await ctx.tx
      .update(todos)
      .set({ remindAt: null, ringsSince: ctx.now })
      .where(and(eq(todos.id, todoId), lte(todos.remindAt, ctx.now), isNull(todos.doneAt), isNull(todos.deletedAt)))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'not due')
    ctx.emit('todo.due', { ...ofTodo(row), dueAt: dueAtIn(row) })
    return { todoId }
  },
})
