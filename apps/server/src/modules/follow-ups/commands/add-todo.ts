import type { Due, Reminder } from '@care/domain/follow-ups'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { actorId, loadOwner, loadSubject } from '../subject.ts'
import { dueColumns, ofTodo, timeColumns } from '../todo-store.ts'

export interface NewTodoInput {
  customerId: string
  requestId?: string | null | undefined
  title: string
  note?: string | undefined
  due?: Due | null | undefined
  reminder?: Reminder | null | undefined
  /** Without, who makes it. */
  ownerId?: string | undefined
}

/** Makes a to-do for a customer and perhaps one of his requests. Refuses a reminder in the past. */
export const addTodo = command({
  name: 'add-todo',
  action: 'customers.view',
  load: (ctx, input: NewTodoInput) => loadSubject(ctx, input),
  allow: () => true,
  async run(ctx, subject, { title, note = '', due = null, reminder = null, ownerId }) {
    const { todos } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(todos)
      .values({
        id: ctx.newId(),
        ...subject,
        title,
        note,
        ...dueColumns(due),
        ...timeColumns(due, reminder, ctx.now),
        ownerId: await loadOwner(ctx, ownerId),
        createdById: actorId(ctx),
        createdAt: ctx.now,
        updatedAt: ctx.now,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('a to-do was not stored')
    ctx.emit('todo.added', { ...ofTodo(row), version: row.version })
    return { todoId: row.id }
  },
})
