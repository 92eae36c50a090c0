import { and, eq, isNotNull } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { settle } from '../../notifications/index.ts'
import { loadTodo } from '../todo-store.ts'

/** Its owner has seen the reminder: it rings at none of his desks any more. Again changes nothing. */
export const seeTodo = command({
  name: 'see-todo',
  action: 'customers.view',
  load: (ctx, { todoId }: { todoId: string }) => loadTodo(ctx, todoId),
  allow: ({ actor }, todo) => actor.kind === 'operator' && actor.id === todo.ownerId,
  async run(ctx, { id, customerId, requestId, ownerId }) {
    const { todos } = ctx.tx.t
    const seen = await ctx.tx
      .update(todos)
      .set({ ringsSince: null })
      .where(and(eq(todos.id, id), isNotNull(todos.ringsSince)))
      .returning({ id: todos.id })
    await settle(ctx, { kinds: ['todoDue'], about: { subjectId: id } })
    if (seen.length > 0) ctx.tell('todo.seen', { todoId: id, customerId, requestId, ownerId })
    return { ok: true as const }
  },
})
