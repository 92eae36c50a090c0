import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'
import { handOverAll } from './succession.ts'

/** To-dos and deals of customers and their requests (row J7). */
export const followUpsModule: Module = {
  name: 'follow-ups',
  audience,
  projections: {
    'operator.succeeded': (ctx, { facts }) => handOverAll(ctx, facts.operatorId, facts.heirId),
  },
}

export { purgeFollowUp } from './commands/purge-follow-up.ts'
export { remindTodo } from './commands/remind-todo.ts'
export { followUpReversals } from './reversals.ts'
export { followUpHandlers } from './routes.ts'
