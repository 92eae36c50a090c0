import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { hashPassword } from './password.ts'
import { addOperator } from './commands/add-operator.ts'
import { editOperator } from './commands/edit-operator.ts'
import { operatorById } from './queries/operator.ts'

export const operatorHandlers: Handlers<'addOperator' | 'editOperator'> = {
  async addOperator(call, { execute, store, clock }) {
    const { password, ...fields } = call.body
    const passwordHash = await hashPassword(password)
    const { operatorId } = await execute(addOperator, call.actor, { ...fields, passwordHash }, optionsOf(call))
    return operatorById(store.read, operatorId, clock.now())
  },
  async editOperator(call, { execute, store, clock }) {
    const { operatorId } = call.params
    await execute(editOperator, call.actor, { operatorId, version: call.version, patch: call.body }, optionsOf(call))
    return operatorById(store.read, operatorId, clock.now())
  },
}
