import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { mayChange } from '../rights.ts'
import { loadTodo, ofTodo, writeTodo } from '../todo-store.ts'

/** Takes a to-do from all lists and stops its reminder. Its undo brings it back. */
export const deleteTodo = command({
  name: 'delete-todo',
  action: 'customers.view',
  load: (ctx, { todoId }: { todoId: string }) => loadTodo(ctx, todoId),
  allow: ({ actor }, todo) => mayChange(actor, todo),
  async run(ctx, todo) {
    const row = await writeTodo(ctx, todo.id, { deletedAt: ctx.now, remindAt: null, ringsSince: null })
    const { remindAt, ringsSince } = todo
    ctx.emit('todo.deleted', { ...ofTodo(row), remindAt, ringsSince, version: row.version })
    return { ok: true as const }
  },
})
