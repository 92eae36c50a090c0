import type { TodoPatch } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../conflict.ts'
import type {} from '../events.ts'
import { changesOf } from '../fields.ts'
import { mayChange } from '../rights.ts'
import { loadOwner } from '../subject.ts'
import { dueColumns, dueOf, loadTodo, ofTodo, timeColumns, type TodoRecord, writeTodo } from '../todo-store.ts'

interface EditInput {
  todoId: string
  version: number
  patch: TodoPatch
}

/** Changes the fields given. Refuses an old version with what changed and by whom (rule 4), and a reminder in the past. */
export const editTodo = command({
  name: 'edit-todo',
  action: 'customers.view',
  load: (ctx, { todoId }: EditInput) => loadTodo(ctx, todoId),
  allow: ({ actor }, todo) => mayChange(actor, todo),
  async run(ctx, todo, { version, patch }) {
    const before = valuesOf(todo)
    const current = Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as keyof typeof before]]))
    await refuseStale(ctx, { ...todo, kind: 'todo' }, version, current)
    const fields = changesOf(before, patch)
    if (Object.keys(fields).length === 0) return { todoId: todo.id }
    if ('ownerId' in fields) await loadOwner(ctx, patch.ownerId)
    const due = patch.due === undefined ? before.due : patch.due
    const reminder = patch.reminder === undefined ? before.reminder : patch.reminder
    const row = await writeTodo(ctx, todo.id, {
      ...(patch.title === undefined ? {} : { title: patch.title }),
      ...(patch.note === undefined ? {} : { note: patch.note }),
      ...(patch.ownerId === undefined ? {} : { ownerId: patch.ownerId }),
      ...('due' in fields ? dueColumns(due) : {}),
      ...timers(todo, fields, () => timeColumns(due, reminder, ctx.now)),
    })
    ctx.emit('todo.edited', { ...ofTodo(row), previousOwnerId: todo.ownerId, fields, version: row.version })
    return { todoId: row.id }
  },
})

const valuesOf = (todo: TodoRecord) => ({
  title: todo.title,
  note: todo.note,
  due: dueOf(todo),
  reminder: todo.reminder,
  ownerId: todo.ownerId,
})

/** A new date or reminder sets the timer anew, unless it is done; one that rang already does not ring for other fields. */
function timers(
  todo: TodoRecord,
  fields: Record<string, unknown>,
  made: () => Partial<TodoRecord>,
): Partial<TodoRecord> {
  if (!('due' in fields) && !('reminder' in fields)) return {}
  const columns = made()
  return todo.doneAt === null ? columns : { ...columns, remindAt: null }
}
