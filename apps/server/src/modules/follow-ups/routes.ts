import type { Handlers } from '../../kernel/handler.ts'
import { optionsOf } from '../../kernel/handler.ts'
import { addDeal } from './commands/add-deal.ts'
import { addTodo } from './commands/add-todo.ts'
import { deleteDeal } from './commands/delete-deal.ts'
import { deleteTodo } from './commands/delete-todo.ts'
import { editDealStages } from './commands/edit-deal-stages.ts'
import { editDeal } from './commands/edit-deal.ts'
import { editTodo } from './commands/edit-todo.ts'
import { seeTodo } from './commands/see-todo.ts'
import { setTodoDone } from './commands/set-todo-done.ts'
import { dealStages } from './deal-store.ts'
import { dealById, dealList, totalsOf } from './queries/deals.ts'
import { todoById, todoList } from './queries/todos.ts'

type FollowUpEndpoints =
  | 'listTodos'
  | 'getTodo'
  | 'addTodo'
  | 'editTodo'
  | 'setTodoDone'
  | 'seeTodo'
  | 'deleteTodo'
  | 'listDeals'
  | 'getDealTotals'
  | 'listDealStages'
  | 'editDealStages'
  | 'getDeal'
  | 'addDeal'
  | 'editDeal'
  | 'deleteDeal'

export const followUpHandlers: Handlers<FollowUpEndpoints> = {
  listTodos: ({ actor, query }, { store }) => todoList(store.read, actor, query),
  getTodo: ({ actor, params }, { store }) => todoById(store.read, actor, params.todoId),
  async addTodo(call, { execute, store }) {
    const { todoId } = await execute(addTodo, call.actor, call.body, optionsOf(call))
    return todoById(store.read, call.actor, todoId)
  },
  async editTodo(call, { execute, store }) {
    const { todoId } = call.params
    await execute(editTodo, call.actor, { todoId, version: call.version, patch: call.body }, optionsOf(call))
    return todoById(store.read, call.actor, todoId)
  },
  async setTodoDone(call, { execute, store }) {
    const { todoId } = call.params
    await execute(setTodoDone, call.actor, { todoId, ...call.body }, optionsOf(call))
    return todoById(store.read, call.actor, todoId)
  },
  seeTodo: (call, { execute }) => execute(seeTodo, call.actor, call.params, optionsOf(call)),
  deleteTodo: (call, { execute }) => execute(deleteTodo, call.actor, call.params, optionsOf(call)),
  listDeals: ({ actor, query }, { store }) => dealList(store.read, actor, query),
  getDealTotals: async ({ actor, query }, { store }) => ({ items: await totalsOf(store.read, actor, query) }),
  listDealStages: async (_, { store }) => ({ items: [...(await dealStages(store.read))] }),
  async editDealStages(call, { execute, store }) {
    await execute(editDealStages, call.actor, { stages: call.body.items }, optionsOf(call))
    return { items: [...(await dealStages(store.read))] }
  },
  getDeal: ({ actor, params }, { store }) => dealById(store.read, actor, params.dealId),
  async addDeal(call, { execute, store }) {
    const { dealId } = await execute(addDeal, call.actor, call.body, optionsOf(call))
    return dealById(store.read, call.actor, dealId)
  },
  async editDeal(call, { execute, store }) {
    const { dealId } = call.params
    await execute(editDeal, call.actor, { dealId, version: call.version, patch: call.body }, optionsOf(call))
    return dealById(store.read, call.actor, dealId)
  },
  deleteDeal: (call, { execute }) => execute(deleteDeal, call.actor, call.params, optionsOf(call)),
}
