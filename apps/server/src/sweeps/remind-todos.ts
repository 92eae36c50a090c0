import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { remindTodo } from '../modules/follow-ups/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_remind_todos', (db) => {
  const { todos } = db.t
  return db
    .select({ id: todos.id })
    .from(todos)
    .where(lte(todos.remindAt, sql.placeholder('now')))
    .orderBy(asc(todos.remindAt), asc(todos.id))
    .limit(sql.placeholder('limit'))
})

/** Reminders of to-dos ring at their time (row J7, rule 23), after a downtime as soon as it is over. */
export const remindTodos: Sweep = {
  name: 'remind-todos',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, todoId) => unlessLost(execute(remindTodo, system, { todoId })),
}
