import { eq } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import { changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Reversals } from '../../kernel/module.ts'
import { type DealRecord, ofDeal, stageColumns, writeDeal } from './deal-store.ts'
import type {} from './events.ts'
import { actorId } from './subject.ts'
import { ofTodo, type TodoRecord, writeTodo } from './todo-store.ts'

interface Left {
  todoId: string
  version: number
}

/** The to-do, locked, deleted or not, if it is still as the event left it. */
async function todoLeftBy(ctx: Ctx, { todoId, version }: Left): Promise<TodoRecord> {
  const { todos } = ctx.tx.t
  const [row] = await locked(ctx.tx, ctx.tx.select().from(todos).where(eq(todos.id, todoId)), todos)
  if (row?.version !== version) throw changedSince()
  return row
}
async function dealLeftBy(ctx: Ctx, { dealId, version }: { dealId: string; version: number }): Promise<DealRecord> {
  const { deals } = ctx.tx.t
  const [row] = await locked(ctx.tx, ctx.tx.select().from(deals).where(eq(deals.id, dealId)), deals)
  if (row?.version !== version) throw changedSince()
  return row
}

/** How changes of to-dos and deals are put back. */
export const followUpReversals: Reversals = {
  'todo.added': async (ctx, { facts }) => {
    const todo = await todoLeftBy(ctx, facts)
    const row = await writeTodo(ctx, todo.id, { deletedAt: ctx.now, remindAt: null })
    ctx.emit('todo.deleted', { ...ofTodo(row), remindAt: todo.remindAt, ringsSince: null, version: row.version })
  },
  // With the timer as it was: what would have rung meanwhile rings at once.
  'todo.done': async (ctx, { facts }) => {
    const { id } = await todoLeftBy(ctx, facts)
    const { remindAt, ringsSince } = facts
    const row = await writeTodo(ctx, id, { doneAt: null, doneById: null, remindAt, ringsSince })
    ctx.emit('todo.undone', { ...ofTodo(row), version: row.version })
  },
  'todo.undone': async (ctx, { facts }) => {
    const { id, remindAt } = await todoLeftBy(ctx, facts)
    const done = { doneAt: ctx.now, doneById: actorId(ctx), remindAt: null, ringsSince: null }
    const row = await writeTodo(ctx, id, done)
    ctx.emit('todo.done', { ...ofTodo(row), remindAt, ringsSince: null, version: row.version })
  },
  'todo.deleted': async (ctx, { facts }) => {
    const { id } = await todoLeftBy(ctx, facts)
    const { remindAt, ringsSince } = facts
    const row = await writeTodo(ctx, id, { deletedAt: null, remindAt, ringsSince })
    ctx.emit('todo.restored', { ...ofTodo(row), version: row.version })
  },
  'deal.added': async (ctx, { facts }) => {
    const row = await writeDeal(ctx, await dealLeftBy(ctx, facts), { deletedAt: ctx.now })
    ctx.emit('deal.deleted', { ...ofDeal(row), version: row.version })
  },
  'deal.stageMoved': async (ctx, { facts }) => {
    const deal = await dealLeftBy(ctx, facts)
    const row = await writeDeal(ctx, deal, await stageColumns(ctx, facts.from))
    const { version, state } = row
    ctx.emit('deal.stageMoved', { ...ofDeal(row), from: facts.to, to: facts.from, state, version })
  },
  'deal.deleted': async (ctx, { facts }) => {
    const row = await writeDeal(ctx, await dealLeftBy(ctx, facts), { deletedAt: null })
    ctx.emit('deal.restored', { ...ofDeal(row), version: row.version })
  },
}
