import { remindAtOf } from '@care/domain/follow-ups'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { mayChange } from '../rights.ts'
import { actorId } from '../subject.ts'
import { dueOf, loadTodo, ofTodo, writeTodo } from '../todo-store.ts'

interface DoneInput {
  todoId: string
  isDone: boolean
}

/** Says that it is done, which stops its reminder, or that it is not after all. What is so already stays as it is. */
export const setTodoDone = command({
  name: 'set-todo-done',
  action: 'customers.view',
  load: (ctx, { todoId }: DoneInput) => loadTodo(ctx, todoId),
  allow: ({ actor }, todo) => mayChange(actor, todo),
  async run(ctx, todo, { isDone }) {
    if (isDone === (todo.doneAt !== null)) return { todoId: todo.id }
    if (!isDone) {
      // Its reminder too, when its time is still to come.
      const at = remindAtOf(dueOf(todo), todo.reminder)
      const remindAt = at !== null && at > ctx.now ? at : null
      const row = await writeTodo(ctx, todo.id, { doneAt: null, doneById: null, remindAt })
      ctx.emit('todo.undone', { ...ofTodo(row), version: row.version })
      return { todoId: todo.id }
    }
    const { remindAt, ringsSince } = todo
    const row = await writeTodo(ctx, todo.id, {
      doneAt: ctx.now,
      doneById: actorId(ctx),
      remindAt: null,
      ringsSince: null,
    })
    ctx.emit('todo.done', { ...ofTodo(row), remindAt, ringsSince, version: row.version })
    return { todoId: todo.id }
  },
})
