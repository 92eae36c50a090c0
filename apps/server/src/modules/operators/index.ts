import type { Module } from '../../kernel/module.ts'
import { operatorAudience } from './audience.ts'

/** Accounts of the people at the desks. */
export const operatorsModule = { name: 'operators', audience: operatorAudience } satisfies Module

export { addOperator } from './commands/add-operator.ts'
export { changeMe } from './commands/change-me.ts'
export { closeOperator } from './commands/close-operator.ts'
export { editOperator } from './commands/edit-operator.ts'
export { reopenOperator } from './commands/reopen-operator.ts'
export { setOperatorPassword } from './commands/set-operator-password.ts'
export { insertOperator, type NewOperator } from './insert-operator.ts'
export { hashPassword, isPassword } from './password.ts'
export { operatorById } from './queries/operator.ts'
export { operatorHandlers } from './routes.ts'
